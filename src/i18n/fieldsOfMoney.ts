const place = { 'requester.name': '事業者名称', 'requester.code': '事業者コード' } as const;

/** 立替, 引落予定明細, 料金, 利用件数 (docs/domain.md §4). */
export const moneyResources = {
  advances: {
    name: '立替',
    fields: {
      id: '番号', application_id: '申請', fee_kind: '手数料種別', vehicle_kind: '車種', acceptance_no: '受付番号', paid_acceptance_no: '納付時の受付番号',
      advanced_on: '立替日', amount: '立替金額', state: '状態', billed_in: '請求月', requester_id: '事業者', site_id: '事業場', agent_branch_id: '代理人',
      home_branch_id: '所属', ...place,
    },
  },
  statements: {
    name: '引落予定明細',
    fields: {
      id: '番号', number: '明細番号', month: '利用年月', requester_id: '事業者', ...place, usage_count: '利用件数', usage_amount: '利用料', hotekisho_count: '保適証件数',
      hotekisho_amount: '保適証サービス料', taxable_10: '10%対象', tax_10: '内消費税', kei_fee_amount: '軽OSS検査手数料', tech_fee_amount: '技術情報管理手数料',
      adjustment_amount: '調整', total: '引落合計', outstanding_before: '前月以前の繰越', transfer_asked: 'うち振込依頼', collection: '徴収方法', debit_cycle: '引落区分', debit_on: '引落予定日', debit_state: '引落結果', status: '状態',
    },
  },
  statement_lines: {
    name: '明細行', fields: { line_no: '番号', statement_id: '明細', kind: '種類', label: '内容', quantity: '件数', unit_price: '単価', amount: '金額', tax_rate: '税率' },
  },
  billing_months: {
    name: '月次締め',
    fields: { month: '利用年月', status: '状態', closed_at: '締め日時', closed_by: '締めた人', published_at: '公開日時', published_by: '公開した人', reason: '理由' },
  },
  payee_reports: {
    name: '納付先報告', fields: { id: '番号', payee: '納付先', month: '利用年月', line_count: '件数', amount: '金額', imported_at: '取込日時' },
  },
  prices: {
    name: '料金・手数料', fields: { id: '番号', item: '項目', amount: '金額', tax_rate: '税率', valid_from: '適用開始日', valid_to: '適用終了日', created_at: '登録日時' },
  },
  usage_daily: {
    name: '日別件数',
    fields: {
      day: '日付', agent_branch_id: '支部', vehicle_kind: '車種', requested: '依頼', filed: '申請', completed: '手続完了', corrections: '補正', rejections: '却下', withdrawals: '取下',
    },
  },
  usage_monthly: {
    name: '利用件数',
    fields: {
      month: '利用年月', agent_branch_id: '支部', requester_id: '事業者', site_id: '事業場', vehicle_kind: '車種', requested: '依頼', filed: '申請', completed: '手続完了',
      corrections: '補正', rejections: '却下', withdrawals: '取下', ...place,
    },
  },
} as const;
