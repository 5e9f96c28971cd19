import { createClient, type SupabaseClient } from '@supabase/supabase-js';

/** Realtime is not part of the product; without a stand-in supabase-js refuses to start where WebSocket is missing (Node 20). */
const noRealtime = function unavailable() {
  throw new Error('Realtime is not available here.');
} as unknown as typeof WebSocket;

/** A supabase-js client for Node (tools and tests): no stored session, no refresh timer, no Realtime. */
export const connectClient = (url: string, key: string): SupabaseClient =>
  createClient(url, key, { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: noRealtime } });
