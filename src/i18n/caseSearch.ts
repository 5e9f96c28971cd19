/** Searching cases: filters beyond the plain fields, saved searches. */
export const caseSearchWords = {
  search: {
    plate_parts: '標板・分類・仮名・番号', user: '使用者', user_hint: '氏名・名称の先頭から', memo_month: '依頼月（空欄は今月）', memo_in: '%{text}（%{month}の依頼と依頼前）', alert: 'お知らせ', alert_office: '運輸支局等／軽検協事務所等',
    alert_column_message: 'メ', alert_column_notice: '運／軽', alert_column_due: '期', user_column: '使用者', request_title: '依頼データ検索', case_title: '申請データ検索',
  },
  saved: {
    button: '保存した条件', none: '保存した条件はありません。', keep: 'いまの条件を保存', name: '名前', name_hint: '同じ名前があれば置き換えます。30文字以内で入力してください。', kept: '「%{name}」を保存しました。', removed: '「%{name}」を削除しました。',
    remove: '「%{name}」を削除', menu: '保存した検索条件',
  },
} as const;
