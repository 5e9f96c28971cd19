/** An answer in JSON. */
export const json = (body: unknown, status = 200, headers?: HeadersInit): Response => Response.json(body, { status, headers });

/** A refusal in GoTrue's shape: supabase-js reads `error_code` and `msg`. */
export const refuse = (status: number, errorCode: string, msg: string): Response => json({ code: status, error_code: errorCode, msg }, status);

/** The body of a request as an object; an empty or broken body is an empty object, whose fields are then missing. */
export const bodyOf = async (request: Request): Promise<Record<string, unknown>> => {
  const body: unknown = await request.json().catch(() => ({}));
  return typeof body === 'object' && body !== null ? { ...body } : {};
};

/** A string field of a body, or undefined. */
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
