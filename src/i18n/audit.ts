/** 操作履歴: subjects that have no other name, acts, and columns that no screen labels. Completeness is tested in resources/audit_log/auditWords.test.ts. */
export const auditWords = {
  audit: {
    action: {
      insert: '登録', update: '更新', delete: '削除', reset_password: 'パスワード再設定', reset_factor: '二段階認証の解除', read: '照会', write_off: '協会負担', close: '締め', publish: '公開', reopen: '締めの取消',
      request: '承認の依頼', approve: '承認', reject: '却下', withdraw: '取り下げ', attribute: '申請に割り当て', settle: '差異の処理', erase: '消去', revoke: '失効', cancel: '取消',
    },
    subject: {
      payee_lines: '納付先照合', deposits: '予納金', ainas_bills: 'AINASの請求', adjustments: '調整', debit_batches: '口座振替ファイル', receipts: '入金', debit_followups: '引落不能の対応',
    },
    account_type: { ordinary: '普通', checking: '当座' },
    month_status: { open: '未締め', closed: '締め済', published: '公開済' },
    batch_status: { made: '作成済', settled: '結果反映済', cancelled: '取消' },
    followup: { transfer_request: '振込依頼', account_query: '口座確認' },
    fields: {
      act: '操作', account_number_or_holder: '口座番号・名義', amount: '金額', answers: '連絡カードの回答', approval: '承認', booked_at: '登録日時', booked_on: '登録日', branch_id: '支部', cancel_reason: '取消の理由', cancelled_at: '取消日時',
      cases: '申請件数', closed_at: '完了日時', collected_amount: '振替済の金額', collected_count: '振替済の件数', consignor: '委託者', count: '件数', created_name: '登録者', differences: '差異', ended_until: '終了日（この日まで）',
      failed_amount: '振替不能の金額', failed_attempts: 'ログイン失敗の回数', failed_count: '振替不能の件数', held_by: '予約送信した人', home_branch_id: '所属', agent_branch_id: '代理人', kei_fee_count: '軽OSS検査手数料件数', key: 'キー',
      last_number: '最後の明細番号', made_at: '作成日時', memos: 'メモ', note: '備考', number: '番号', open_differences: '未照合', paid_on: '納付日', payee: '納付先', plate: '登録番号／車両番号', reason: '理由', record_count: '件数',
      reopened_at: '締めの取消日時', request_kinds: '支部への依頼', request_no: '依頼番号', result_id: '振替結果', settled_as: '処理', settled_at: '処理日時', settled_reason: '処理の理由', site_id: '事業場', statement_count: '明細数',
      statements: '明細数', tech_fee_count: '技術情報管理手数料件数', totals: '合計', valid_from: '利用開始日時', valid_to: '終了日時', vehicle_kind: '車種', vehicle_users: '使用者', acceptance_no: '受付番号', advance_id: '立替', billing_month: '請求月',
      chassis_no: '車台番号', occurrence: '同じ番号の何件目', own_amount: '当会の金額', own_month: '当会の月', state: '状態', person_erased: '使用者の消去',
    },
    changes: '変更内容', field: '項目', arrow: '%{before} → %{after}', system: 'システム', empty: '（空）', secret: '（表示しません）', no_details: '変更された項目はありません。', on: '有', off: '無', more: 'ほか%{count}項目', target: '対象',
    title: '操作履歴照会', gone: '（削除済み）',
  },
} as const;
