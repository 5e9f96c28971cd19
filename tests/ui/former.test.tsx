import { cleanup, screen } from '@testing-library/react';
import { Form } from 'react-admin';
import { afterEach, expect, it } from 'vitest';
import { FormerOffer } from '../../src/resources/applications/FormerOffer.tsx';
import { me, renderInApp } from '../support/renderInApp.tsx';

// What is known of a car while it is typed: before 初期登録 is saved, a mistake still costs nothing (docs/domain.md §2.5, §4.9-4).

const profile = me({ role: 'submitter' });
const daysAgo = (days: number): string => new Date(Date.parse(`${profile.today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const former = (over: object) => ({
  id: 3, request_no: 'R000000003', application_no: '100051889', completed_on: daysAgo(700), requested_at: `${daysAgo(701)}T01:00:00Z`, outcome: 'completed', filing_status: 'completed', user: null,
  fields: { chassis_no: 'CAR-01210002' }, ...over,
});
const typed = { vehicle_kind: 'registered', plate_area: '品川', plate_class: '600', plate_kana: 'さ', plate_number: '1111', chassis_no: 'CAR-01210002' };
/** The offer while `values` stand in the form; `found` is the former case of the plate, or of the chassis number. */
const show = (values: object, found: { plate?: object; chassis?: object }) => renderInApp(<Form defaultValues={values}><FormerOffer /></Form>, {
  profile,
  answer: (url, { body }) => {
    if (!url.includes('/rpc/former_request')) return undefined;
    return ('chassis_no' in ((body as { p: object }).p) ? found.chassis : found.plate) ?? null;
  },
});
const alerts = async () => (await screen.findAllByRole('alert')).map(({ textContent }) => textContent);

afterEach(cleanup);

it('warns that the same plate had another chassis number', async () => {
  await show({ ...typed, chassis_no: 'CAR-01210003' }, { plate: former({}) });
  expect(await alerts()).toEqual([expect.stringContaining('前回の依頼（100051889）では、車台番号は CAR-01210002 です。')]);
});

it('offers the former case when it is the same car', async () => {
  await show(typed, { plate: former({}), chassis: former({}) });
  expect(await screen.findByRole('button', { name: '前回の内容を写す' })).toBeTruthy();
  expect(await alerts()).toHaveLength(1);
});

it.each([
  ['is under way', { outcome: 'open', filing_status: 'filing', completed_on: null }, '手続中の申請（100051889）'],
  ['waits as a draft', { outcome: 'open', filing_status: 'draft', completed_on: null, application_no: null }, 'まだ送信していない依頼データ（R000000003）'],
  ['was done lately', { completed_on: daysAgo(60) }, 'もう一度申請すると、手数料も再度かかります。'],
])('warns of a car that %s, and leads to that case', async (_, over, text) => {
  await show(typed, { plate: former(over), chassis: former(over) });
  expect(await alerts()).toEqual([expect.stringContaining(text)]);
  expect(screen.getByRole('link', { name: '申請を見る' }).getAttribute('href')).toContain('/applications/3/show');
});
