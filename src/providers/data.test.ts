// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { backendOf, me } from '../../tests/support/renderInApp.tsx';
import { AppError } from './errors.ts';
import type { Profile } from './profile.ts';

const list = { pagination: { page: 1, perPage: 20 }, sort: { field: 'requested_at', order: 'DESC' as const }, filter: {} };
const garage = me({ role: 'site_admin', requester: { id: 3, code: 'C0000003', name: '見本自動車' }, site: { id: 7, code: '001', name: '本社工場' } });
const hq = me({ role: 'hq_viewer', branch: null });

const asked = async (profile: Profile, resource: string, params: object = {}, answer?: (url: string) => unknown) => {
  const { dataProvider, calls } = backendOf(profile, answer);
  const result = await dataProvider.getList(resource, { ...list, ...params });
  return { result, calls: calls.filter(({ url }) => !url.includes('my_profile')) };
};

describe('a list', () => {
  it('sends the scope of each caller as a constant, with a stable order and an exact count', async () => {
    const [branch] = (await asked(me(), 'applications')).calls;
    expect(branch?.url).toMatch(/^\/rest\/v1\/applications\?/);
    expect(branch?.url).toContain('agent_branch_id=eq.18');
    expect(branch?.url).toContain('order=requested_at.desc,id.desc');
    expect(branch?.prefer).toBe('count=exact');
    const [site] = (await asked(garage, 'applications')).calls;
    expect(site?.url).toContain('requester_id=eq.3&site_id=eq.7');
  });

  it('of a branch goes by its own companies in the tab home', async () => {
    const [call] = (await asked(me(), 'applications', { filter: { tab: 'home' } })).calls;
    expect(call?.url).toContain('home_branch_id=eq.18');
    expect(call?.url).not.toContain('tab');
  });

  it('never lets a filter widen the scope', async () => {
    const [call] = (await asked(me(), 'applications', { filter: { agent_branch_id: 1 } })).calls;
    expect(call?.url).toContain('agent_branch_id=eq.18');
    expect(call?.url).not.toContain('eq.1&');
  });

  it('asks for granted columns of members only', async () => {
    const [call] = (await asked(hq, 'members', { sort: { field: 'login_id', order: 'ASC' } })).calls;
    expect(call?.url).toContain('select=user_id,login_id');
    expect(call?.url).toContain('order=login_id.asc,user_id.asc');
  });

  it('of the nation is counted exactly within a month, else up to 10,000', async () => {
    const month = await asked(hq, 'applications', { filter: { requested_at: { from: '2026-10-01', to: '2026-10-31' } } });
    expect(month.calls.map(({ prefer }) => prefer)).toEqual(['count=exact']);

    const all = await asked(hq, 'applications', {}, (url) => (url.includes('offset=10000') ? [{ id: 1 }] : []));
    expect(all.result).toMatchObject({ total: 10_001, meta: { capped: true } });
    expect(all.calls.map(({ prefer }) => prefer)).not.toContain('count=exact');

    const few = await asked(hq, 'applications', {}, (url) => (url.includes('offset=10000') ? [] : [{ id: 1 }, { id: 2 }]));
    expect(few.result).toMatchObject({ total: 2, meta: { capped: false } });
  });

  it('far down reads the keys of its page first and then these rows, in the same order', async () => {
    const { result, calls } = await asked(me(), 'applications', { pagination: { page: 400, perPage: 20 } }, (url) => (url.includes('id=in.') ? [{ id: 7 }, { id: 9 }] : [{ id: 9 }, { id: 7 }]));
    expect(calls.map(({ url }) => url)).toEqual([expect.stringMatching(/offset=7980.*select=id(&|$)|select=id&.*offset=7980/), expect.stringContaining('requester:requesters')]);
    expect(result.data).toEqual([{ id: 9 }, { id: 7 }]);
  });
});

describe('records', () => {
  it('one case comes with the events its row allows', async () => {
    const { dataProvider, calls } = backendOf(me(), () => ({ id: 5 }));
    await dataProvider.getOne('applications', { id: 5 });
    expect(calls[0]?.url).toContain('id=eq.5&select=*,available_events');
  });

  it('many are asked for a hundred at a time', async () => {
    const { dataProvider, calls } = backendOf(me());
    await dataProvider.getMany('requesters', { ids: Array.from({ length: 250 }, (_, id) => id + 1) });
    expect(calls).toHaveLength(3);
  });

  it('are saved by their RPC: changed fields, id and the version that was read, and read again with their names', async () => {
    const row = { id: 9, name: '新', version: 5 };
    const { dataProvider, calls } = backendOf(me(), (url) => (url.includes('/rpc/') ? row : { ...row, branch: { id: 18, name: '東京' } }));
    const saved = await dataProvider.update('requesters', {
      id: 9, data: { id: 9, name: '新', phone: '03', version: 4 }, previousData: { id: 9, name: '旧', phone: '03', version: 4 },
    });
    expect(calls[0]).toMatchObject({ method: 'POST', url: '/rest/v1/rpc/save_requester', body: { p: { id: 9, version: 4, name: '新' } } });
    expect(saved.data).toMatchObject({ id: 9, version: 5, branch: { name: '東京' } });
  });

  it('without a save RPC cannot be written', async () => {
    const { dataProvider, calls } = backendOf(me());
    await expect(dataProvider.update('statements', { id: 1, data: {}, previousData: { id: 1 } })).rejects.toMatchObject({ code: 'read_only' });
    expect(calls).toEqual([]);
  });

  it('a refusal of the database is an AppError in Japanese', async () => {
    const refusal = new Response(JSON.stringify({ code: 'PT409', message: 'stale_version', details: '{"actor_name":"見本 花子","at":"2026-10-05T05:22:00Z"}' }), { status: 409 });
    const { dataProvider } = backendOf(me(), () => refusal);
    const failure: unknown = await dataProvider.update('sites', { id: 1, data: { name: 'あ' }, previousData: { id: 1, version: 1 } }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'stale_version', status: 409 });
    expect((failure as AppError).message).toContain('見本 花子が変更しました（2026/10/05 14:22）');
  });
});

describe('a search of cases', () => {
  it('asks the RPC for what is personal, and the list only for the ids', async () => {
    const { calls } = await asked(garage, 'applications', { filter: { vehicle_user: ' 鏡 ', memo: { text: '代車', month: '2026-10' } } }, (url) => (url.includes('find_case_ids') ? [4, 5] : []));
    expect(calls[0]).toMatchObject({ method: 'POST', url: '/rest/v1/rpc/find_case_ids', body: { p_user: '鏡', p_memo: '代車', p_month: '2026-10-01' } });
    expect(calls[1]?.url).toContain('id=in.(4,5)');
    expect(calls[1]?.url).not.toMatch(/memo=|vehicle_user=/);
    const none = await asked(garage, 'applications', { filter: { vehicle_user: '誰' } }, () => []);
    expect(none.calls[1]?.url).toContain('id=eq.0');
    expect((await asked(garage, 'applications', { filter: { memo: { month: '2026-10' } } })).calls).toHaveLength(1);
  });

  it('takes the parts of a plate, a notice and an office as filters that keep their index', async () => {
    const { calls } = await asked(garage, 'applications', { filter: { plate_parts: { area: '品川', class: '５８０', kana: 'サ', number: '0011' }, alert: 'due_notice_flag', filing_office: '東京' } });
    expect(calls[0]?.url).toContain('plate_area=eq.品川&plate_class=eq.580&plate_kana=eq.さ&plate_number=eq.11');
    expect(calls[0]?.url).toContain('due_notice_flag=is.true');
    expect(calls[0]?.url).toContain('and=(filing_office.gte."東京",filing_office.lt."東亭")');
  });

  it('of the nation or a branch needs an index or a window', async () => {
    const narrow = [{ cashless: true, requested_at: { from: '2026-10-01', to: '2026-10-31' } }, { cashless: true, agent_branch_id: 18 }, { vehicle_kind: 'kei' }, { oss_status: ['rejected'] }, {}];
    for (const filter of narrow) await expect(asked(hq, 'applications', { filter }), JSON.stringify(filter)).resolves.toBeDefined();
    for (const filter of [{ cashless: true }, { outcome: ['rejected'] }, { requested_at: { from: '2020-01-01' }, cashless: true }]) {
      await expect(asked(hq, 'applications', { filter }), JSON.stringify(filter)).rejects.toMatchObject({ code: 'window_required' });
    }
    await expect(asked(me(), 'applications', { filter: { cashless: true } })).rejects.toMatchObject({ code: 'window_required' });
    await expect(asked(me(), 'applications', { filter: { held_until: { from: null, to: '2026-12-06' } } })).resolves.toBeDefined();
    await expect(asked(me(), 'applications', { filter: { cashless: true, filing_status: ['filing'] } })).resolves.toBeDefined();
    await expect(asked(garage, 'applications', { filter: { cashless: true } })).resolves.toBeDefined();
  });
});
