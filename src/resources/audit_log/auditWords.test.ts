import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionWord, changesOf, fieldWord, ownName, subjectWord, summaryOf, valueWord } from './auditWords.ts';

const update = { subject: 'requesters', action: 'update', before: { phone: '03-1', branch_id: 18, version: 1 }, after: { phone: '050-1', branch_id: 1, version: 2 } };

describe('a line of 操作履歴 in words', () => {
  it('leaves out what no reader needs', () => {
    expect(changesOf(update).map(({ field }) => field)).toEqual(['phone', 'branch_id']);
    expect(changesOf({ after: { name: '見本', address: null, email: '' } })).toEqual([{ field: 'name', before: undefined, after: '見本' }]);
  });

  it('uses the labels of the screens', () => {
    expect(fieldWord('requesters', 'phone')).toBe('電話番号');
    expect(fieldWord('requesters', 'unheard_of')).toBe('unheard_of');
  });

  it('words codes, days, switches and numbers of rows', () => {
    expect(valueWord('members', 'role', 'branch_admin')).toBe('支部管理者');
    expect(valueWord('sites', 'status', 'pending')).toBe('届出中');
    expect(valueWord('notices', 'posted_on', '2026-10-05')).toBe('2026/10/05');
    expect(valueWord('notices', 'important', true)).toBe('有');
    expect(valueWord('members', 'login_id', 'c0000001-op')).toBe('C0000001-op');
    expect(valueWord('billing_months', 'totals', { total: 1091202, tax_10: 19110 })).toBe('引落合計 1,091,202、内消費税 19,110');
    expect(valueWord('requesters', 'phone', null)).toBe('（空）');
    expect(valueWord('requesters', 'branch_id', 18, () => '118 東京')).toBe('118 東京');
  });

  it('sums up on one line', () => {
    expect(summaryOf({ subject: 'settings', subject_id: 'standalone', action: 'update', before: { value: false }, after: { value: true } })).toBe('値: 使わない → 使う');
    expect(summaryOf(update)).toBe('電話番号: 03-1 → 050-1、所属: 18 → 1');
    expect(summaryOf({ subject: 'sites', action: 'insert', after: { code: '001', name: '本社', short_name: '本', branch_id: 1 } })).toBe('事業場コード: 001、事業場名称: 本社、ほか2項目');
  });

  it('knows a name only where the line has one', () => {
    expect(ownName(update)).toBeUndefined();
    expect(ownName({ before: { display_name: '見本　花子' } })).toBe('見本　花子');
  });
});

const MIGRATIONS = new URL('../../../supabase/migrations/', import.meta.url);
const sql = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql')).map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8')).join('\n');
const types = readFileSync(new URL('../../domain/database.ts', import.meta.url), 'utf8');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** Tables whose every change is logged, and subjects and actions that functions write by hand. */
const watched = found(sql, /on public\.(\w+)\s+for each row execute function private\.on_audited_change/g);
const subjects = [...new Set([...watched, ...found(sql, /write_audit\('(\w+)'/g)])];
const actions = [...new Set(['insert', 'update', 'delete', ...found(sql, /write_audit\('\w+', (?:to_char\([^)]*\)|[^,]+), '(\w+)'/g)])];
const columnsOf = (table: string): string[] => found(new RegExp(`\\n {6}${table}: \\{\\n {8}Row: \\{([^}]*)\\}`).exec(types)?.[1] ?? '', /^\s*(\w+)\??:/gm);

describe('everything that the database logs', () => {
  it('has a name in Japanese: subjects and actions', () => {
    expect(watched.length).toBeGreaterThan(5);
    expect(subjects.filter((subject) => subjectWord(subject) === subject)).toEqual([]);
    expect(actions.filter((action) => actionWord(action) === action)).toEqual([]);
  });

  it('has a label for every column that a change may show', () => {
    const lines = subjects.flatMap((subject) => changesOf({ after: Object.fromEntries(columnsOf(subject).map((name) => [name, 1])) }).map(({ field }) => [subject, field] as const));
    expect(lines.filter(([subject, field]) => fieldWord(subject, field) === field).map((pair) => pair.join('.'))).toEqual([]);
  });
});
