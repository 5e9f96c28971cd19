import type { CompanyName } from './cast.ts';
import type { Tx } from './connection.ts';
import { actAs, setClock } from './session.ts';

/** Months of the world: all its money moved in them, long enough ago for every clock. */
export const months = { published: '2025-03-01', closed: '2025-04-01', open: '2025-05-01' } as const;

type Companies = Record<CompanyName, number>;

/** Counts, accounts and a payee's report as the files of the office bring them. */
const bringFiles = async (tx: Tx, company: Companies): Promise<void> => {
  for (const [name, requester] of Object.entries(company)) {
    await tx`insert into hotekisho_counts (month, requester_id, count) values (${months.published}, ${requester}, 3)`;
    const [account] = await tx<{ id: number }[]>`
      insert into debit_accounts (requester_id, valid_from, bank_code, bank_name, branch_code, branch_name, account_type, masked_number)
      values (${requester}, '2025-01-01', '9999', 'ミホンギンコウ', '001', 'ホンテン', 'ordinary', '****567') returning id`;
    await tx`
      insert into debit_account_numbers (account_id, requester_id, account_number, holder_kana)
      values (${account?.id ?? 0}, ${requester}, '1234567', ${`ミホン${name === 'sakura' ? 'サクラ' : 'キタ'}`})`;
  }
};

/** One matched line for each advance of March and April, and one that nobody knows. */
const bringPayeeLines = async (tx: Tx): Promise<void> => {
  for (const payee of ['keikenkyo', 'kikou']) {
    for (const month of [months.published, months.closed]) await tx`insert into payee_reports (payee, month) values (${payee}, ${month})`;
  }
  await tx`
    insert into payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind)
    select case fee_kind when 'inspection' then 'keikenkyo' else 'kikou' end, private.month_of(advanced_on), paid_acceptance_no, amount, advanced_on, vehicle_kind
    from advance_ledger where advanced_on < ${months.open}`;
  await tx`
    insert into payee_lines (payee, month, acceptance_no, occurrence, amount, paid_on, vehicle_kind)
    select distinct on (requester_id) 'kikou', private.month_of(advanced_on), paid_acceptance_no, 2, amount, advanced_on, vehicle_kind
    from advance_ledger where advanced_on < ${months.open} and fee_kind = 'tech_info' order by requester_id, id`;
  await tx`insert into payee_lines (payee, month, acceptance_no, amount, paid_on, vehicle_kind) values ('kikou', ${months.published}, 'NOBODYS', 400, '2025-03-20', 'kei')`;
  await tx`
    insert into payee_totals (payee, month, agent_branch_id, count, amount)
    select 'kikou', ${months.published}, b.id, 1, 400 from branches b where b.code in ('118', '101')`;
  await tx`select private.match_lines('keikenkyo'), private.match_lines('kikou')`;
};

const close = (tx: Tx, month: string, action: 'close' | 'publish') =>
  actAs(tx, 'hqFinance', () => tx`select close_month(${month}, ${action}, false)`);

/** Closes March and April, publishes March, and corrects in May. */
export const makeMoney = async (tx: Tx, company: Companies): Promise<void> => {
  await bringFiles(tx, company);
  await bringPayeeLines(tx);
  await setClock(tx, '2025-05-02T10:00:00+09:00');
  await close(tx, months.published, 'close');
  await close(tx, months.published, 'publish');
  await close(tx, months.closed, 'close');
  for (const requester of Object.values(company)) {
    await actAs(tx, 'hqFinance', () => tx`select add_adjustment(${requester}, -178, true, '利用料の訂正', '二重に数えたため')`);
  }
  await tx`
    insert into usage_adjustments (application_id, requester_id, home_branch_id, completed_on, unit_price, billed_month, billing_month)
    select id, requester_id, home_branch_id, completed_on, 178, ${months.published}, ${months.open}
    from applications where billing_month = ${months.published}`;
  await makeDebits(tx, company);
};

/** Both debit days of March went to the bank, both failed for a reason that asks for the account; a little came by transfer. */
export const makeDebits = async (tx: Tx, company: Companies): Promise<void> => {
  for (const day of ['2025-04-28', '2025-05-07']) {
    await actAs(tx, 'hqFinance', () => tx`select make_debit_file(${day})`);
    await tx`
      select private.settle_debit_batch(b.id, (select jsonb_object_agg(r.code, '2') from debit_results d join requesters r on r.id = d.requester_id where d.batch_id = b.id))
      from debit_batches b where b.debit_on = ${day}`;
  }
  for (const requester of Object.values(company)) await actAs(tx, 'hqFinance', () => tx`select book_receipt(${requester}, '2025-05-01', 500)`);
};

/** A file of each of three offices, one of them not taken in yet. */
export const makeImports = async (tx: Tx): Promise<void> => {
  for (const person of ['hqAdmin', 'tokyoStaff', 'sapporoStaff'] as const) {
    await actAs(tx, person, async () => {
      const [staged] = await tx<{ id: number }[]>`select stage_import('ainas', ${`${person}.csv`}) as id`;
      await tx`select add_import_rows(${staged?.id ?? 0}, '[{"line": 2}]')`;
    });
  }
};
