/** The part of nodemailer that the product uses; the package brings no types. */
declare module 'nodemailer' {
  export type Options = { host: string; port: number; secure: boolean; auth?: { user: string; pass: string }; pool?: boolean; connectionTimeout?: number; socketTimeout?: number };
  export type Message = { from: string; to: string; subject: string; text?: string; html?: string; messageId?: string };
  export type Transport = { sendMail: (message: Message) => Promise<unknown>; close: () => void };
  export const createTransport: (options: Options) => Transport;
}
