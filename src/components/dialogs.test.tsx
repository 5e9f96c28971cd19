// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { FileDrop } from './FileDrop.tsx';
import { ResultSummary, resultText } from './ResultSummary.tsx';
import { TypedConfirmDialog } from './TypedConfirmDialog.tsx';
import { moneyText } from './values.ts';
import { zodResolver } from './zodResolver.ts';

afterEach(cleanup);

describe('TypedConfirmDialog', () => {
  it('opens 確定 only when the word was typed', async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    render(<TypedConfirmDialog open title="締める" word="2026年9月" onConfirm={onConfirm} onClose={() => undefined} />);
    const confirm = screen.getByRole<HTMLButtonElement>('button', { name: '確定' });
    await user.type(screen.getByLabelText('確認'), '2026年8月');
    expect(confirm.disabled).toBe(true);
    await user.clear(screen.getByLabelText('確認'));
    await user.type(screen.getByLabelText('確認'), '２０２６年９月{Enter}');
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });
});

describe('ResultSummary', () => {
  it('counts, and gives each failure its reason', () => {
    const outcomes = [{ id: 1, ok: true }, { id: 2, ok: false, message: '現在のステータスでは、この操作はできません。' }];
    expect(resultText([{ id: 1, ok: true }])).toBe('1件を処理しました。');
    render(<ResultSummary outcomes={outcomes} nameOf={(id) => `申請${id}`} />);
    expect(screen.getByText('申請2：現在のステータスでは、この操作はできません。')).toBeTruthy();
  });
});

describe('FileDrop', () => {
  it('takes the right kind of file and refuses another', async () => {
    const user = userEvent.setup({ applyAccept: false });
    const onFile = vi.fn();
    render(<FileDrop file={null} accept=".csv,.xlsx" onFile={onFile} />);
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    await user.upload(input as HTMLInputElement, new File(['x'], 'a.pdf'));
    expect(onFile).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('.csv,.xlsx');
    await user.upload(input as HTMLInputElement, new File(['x'], '申請.CSV'));
    expect(onFile).toHaveBeenCalledTimes(1);
  });
});

describe('zodResolver', () => {
  const schema = z.object({ name: z.string().refine((text) => text !== '', 'required'), user: z.object({ postal_code: z.string().refine(() => false, 'invalid_postal_code') }) });
  it('words the first problem of each field in Japanese', async () => {
    const { errors } = await zodResolver(schema)({ name: '', user: { postal_code: 'x' } }, undefined, { fields: {}, shouldUseNativeValidation: false });
    expect(errors).toMatchObject({ name: { message: expect.stringContaining('必須') }, user: { postal_code: { message: expect.stringContaining('郵便番号') } } });
  });
});

describe('moneyText', () => {
  it('writes yen as the office does', () => {
    expect([moneyText(1234), moneyText(-1234), moneyText(0), moneyText(null)]).toEqual(['1,234円', '▲1,234円', '0円', '－']);
  });
});
