import { describe, expect, it } from 'vitest';
import { failableFees, fieldsOfEvent, initialValues, problemsOf, targetOf, toMessage, type Rule } from './eventForm.ts';

const rule = (from: Partial<Rule>): Rule => ({
  event: 'accept', vehicle_kind: 'kei', from_filing: 'filing', from_oss: 'receiving', to_filing: 'filing', to_oss: 'accepted',
  actors: ['agent'], required_values: [], optional_values: [], ...from,
});
const at = { vehicle_kind: 'kei' as const, filing_status: 'filing', oss_status: 'receiving' };
const TODAY = '2026-11-22';

describe('fieldsOfEvent', () => {
  it('asks for what the rows of the case name, required first known, in a fixed order', () => {
    const rules = [rule({ required_values: ['acceptance_no'], optional_values: ['due_on'] }), rule({ vehicle_kind: 'registered', required_values: ['note'] })];
    expect(fieldsOfEvent(rules, 'accept', [at])).toEqual([{ name: 'acceptance_no', required: true }, { name: 'due_on', required: false }]);
  });
  it('takes nothing from rows that fire by themselves or start elsewhere', () => {
    const rules = [rule({ actors: ['system'], required_values: ['note'] }), rule({ from_oss: 'accepted', required_values: ['amount'] })];
    expect(fieldsOfEvent(rules, 'accept', [at])).toEqual([]);
  });
});

it('knows where an event leads only when every row agrees', () => {
  expect(targetOf([rule({})], 'accept', at)).toMatchObject({ to_oss: 'accepted' });
  expect(targetOf([rule({}), rule({ to_oss: 'fees_due' })], 'accept', at)).toBeUndefined();
});

it('starts payments with today', () => {
  expect(initialValues([{ name: 'paid_on', required: false }], TODAY)).toEqual({ paid_on: TODAY });
});

describe('problemsOf', () => {
  const check = (name: Parameters<typeof problemsOf>[0][number]['name'], value: string, required = true) => problemsOf([{ name, required }], { [name]: value }, TODAY)[name];
  it.each([
    ['note', '', 'value.error_required'], ['paid_on', '2026-11-23', 'value.error_future'], ['due_on', '2026-02-30', 'value.error_date'], ['amount', '0', 'value.error_amount'],
    ['acceptance_no', '12-34', 'value.error_acceptance'], ['application_no', '12345678', 'value.error_application_no'],
  ] as const)('refuses %s %s', (name, value, problem) => expect(check(name, value)).toBe(problem));
  it.each([['amount', '１２，３００'], ['acceptance_no', '１２３'], ['due_on', '2026-12-31'], ['paid_on', TODAY]] as const)('takes %s %s', (name, value) => expect(check(name, value)).toBeUndefined());
  it('wants the tick before 再申請', () => {
    expect(problemsOf([{ name: 'hotekisho_reregistered', required: false }], {}, TODAY)).toEqual({ hotekisho_reregistered: 'value.error_tick' });
  });
});

it('sends half-width numbers and the note apart', () => {
  const fields = (['acceptance_no', 'amount', 'due_on', 'note'] as const).map((name) => ({ name, required: false }));
  expect(toMessage(fields, { acceptance_no: ' １２３ ', amount: '１２，３００', due_on: '', note: ' 走行距離 ' })).toEqual({ note: '走行距離', values: { acceptance_no: '123', amount: 12300 } });
});

it('offers the fees that can have failed', () => {
  const paid = [{ fee_kind: 'inspection' as const, amount: 1200, status: 'paid' as const, due_on: null }];
  expect(failableFees({ cashless: false, oss_status: 'fees_due' }, paid)).toEqual(['tech_info']);
  expect(failableFees({ cashless: false, oss_status: 'weight_tax_due' }, paid)).toEqual(['weight_tax']);
  expect(failableFees({ cashless: true, oss_status: 'reception_review' }, [])).toHaveLength(3);
});
