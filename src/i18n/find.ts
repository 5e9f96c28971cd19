/** 検索 (Ctrl-K). */
export const findWords = {
  find: {
    open: '検索', shortcut: 'Ctrl+K', title: '検索', placeholder: '登録番号、車台番号、申請ID、事業者など',
    hint: '登録番号、車台番号（先頭4文字以上）、申請ID、依頼番号、受付番号、事業者、事業場を入力してください。全角・半角は問いません。',
    recent: '最近開いたもの', clear_recent: '履歴を消す', applications: '申請データ', requesters: '事業者', sites: '事業場',
    none: '「%{text}」に合うものは、参照できる範囲にありません。', none_hint: '車台番号は先頭から、登録番号は「品川 500 あ 12-34」のように入力してください。使用者の氏名では検索できません。',
    broad: '合うものが多いため、一部だけを表示しています。続きを入力してください。', keys: '↑↓ 選ぶ　Enter 開く　Esc 閉じる', results: '検索結果', busy: '検索しています', close: '閉じる',
    matched: { plate: '登録番号', chassis_no: '車台番号', application_no: '申請ID', request_no: '依頼番号', acceptance_no: '受付番号', previous_acceptance_no: '前受付番号' },
  },
} as const;
