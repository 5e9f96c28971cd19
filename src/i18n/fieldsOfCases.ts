/** 申請データ (docs/domain.md §2.5–2.11). */
export const applicationFields = {
  id: '番号', request_no: '依頼番号', application_no: '申請ID', vehicle_kind: '登録車／軽', application_type: '申請種別', source: '登録元',
  filing_status: '申請ステータス', oss_status: 'OSSステータス', oss_status_label: 'OSSステータス（取込値）', oss_status_raw: '申請状況ステータス',
  resume_status_raw: '手続再開ステータス', outcome: '結果', status_changed_at: '状況更新日時', suspension_reserved: '中断予約', needs_review: '要確認',
  agent_branch_id: '代理人', home_branch_id: '所属', requester_id: '事業者', site_id: '拠点',
  'requester.name': '事業者', 'requester.code': '事業者コード', 'site.name': '拠点', 'site.short_name': '拠点', 'site.code': '拠点コード',
  plate: '自動車登録番号／車両番号', plate_area: '標板', plate_class: '分類', plate_kana: '仮名', plate_number: '番号', plate_raw: '番号（取込値）',
  chassis_no: '車台番号', small_plate: '小板', no_plate_class: '分類番号なし', re_stamped: '職権打刻', cashless: 'キャッシュレス利用',
  inspection_fee_waived: '検査手数料無料化', tech_fee_waived: '技術情報管理手数料無料化', certificate_period: '車検証有効期間', shortening_allowed: '車検証有効期間短縮可否',
  parking_fine_receipt: '放置違反金納付確認', planned_on: '申請予定日', receipt_by: '車検証等受取区分', update_method: '電子車検証更新区分',
  record_agent_no: '記録等事務代行者委託番号', certificate_no: '電子車検証管理番号', account_ref: '口座ID', option_code: 'オプションコード', custom_1: '独自項目1', custom_2: '独自項目2',
  custom_3: '独自項目3', custom_4: '独自項目4', custom_5: '独自項目5', memo: 'メモ', inspection_expires_on: '有効期間満了日', inspected_on: '検査日',
  liability_ends_on: '自賠責の満期日', hotekisho_ready: '電子保適証の登録', liability_ready: '自賠責（電子）の登録', hotekisho_obtained: '保安基準適合証取得', liability_obtained: '自賠責保険証取得',
  review_requested_at: '検査記録審査依頼日時', issue_ready_on: '交付準備完了日', record_agent_name: '記録等事務代行名称', issue_judgement: '記録等事務代行交付可能判定結果', hotekisho_reregistered: '保適証 引戻し・再登録',
  hotekisho_checked_on: '保適証の確認日', liability_checked_on: '自賠責の確認日', mandate_kind: '委任状種別', mandate_on: '電子委任状の登録日',
  held_until: '予約送信日', held: '予約送信', hold_problem: '予約送信の状況',
  filing_office: '申請先', acceptance_no: '受付番号', previous_acceptance_no: '前受付番号', message_flag: 'メッセージ', notice_flag: '運輸支局等からのお知らせ',
  due_notice_flag: '期限等お知らせ', mirrored_at: 'AINAS現在日時', requested_at: '依頼日時', filed_at: '申請日時', completed_on: '登録完了日／検査記録完了日',
  procedure_completed_on: 'OSS申請手続完了日', requester_updated_at: '依頼人更新日時', agent_updated_at: '代理人更新日時', billing_month: '請求月', version: '版',
  created_at: '登録日時', created_by: '登録者', available_events: '操作', fees: '納付', flags: '通知', number: '申請ID／依頼番号', agent_branch: '代理人',
  vehicle_user: '使用者', plate_parts: '標板・分類・仮名・番号', alert: 'お知らせ',
  'user.ownership': '名義', 'user.name': '氏名又は名称（漢字）', 'user.representative': '代表者名（漢字）', 'user.address_1': '住所1', 'user.address_2': '住所2',
} as const;

export const eventFields = {
  id: '番号', application_id: '申請', event: '操作', from_filing_status: '変更前の申請ステータス', from_oss_status: '変更前のOSSステータス',
  to_filing_status: '申請ステータス', to_oss_status: 'OSSステータス', actor_id: '操作者', actor_name: '操作者', actor_role: '権限', on_behalf: '代行', source: '登録元',
  note: '備考', details: '詳細', created_at: '日時',
} as const;

export const feeFields = {
  application_id: '申請', fee_kind: '手数料・税種別', amount: '税・手数料額', status: '納付状況', paid_on: '納付完了日', due_on: '納付期限日',
} as const;

export const vehicleUserFields = {
  application_id: '申請', ownership: '名義', name: '氏名又は名称（漢字）', representative: '代表者名（漢字）', address_1: '住所1', address_2: '住所2', updated_at: '更新日時',
} as const;
