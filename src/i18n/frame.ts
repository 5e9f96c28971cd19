/** The frame: menu, top bar, sign-in, pages for what went wrong. */
export const frame = {
  app: { name: '継続検査OSS 代理申請管理システム', short_name: '代理申請管理' },
  menu: {
    groups: { work: '業務', registers: '台帳', finance: '経理', reports: '帳票', guide: '案内', admin: '管理', garage: 'メニュー' },
    dashboard: 'ダッシュボード', applications: '申請データ', branches: '支部', requesters: '事業者', sites: '事業場', members: 'ユーザー管理', closing: '月次締め',
    statements: '引落予定明細', prices: '料金・手数料', approvals: '承認待ち', reports: '帳票ダウンロード', usage: '利用件数', imports: 'データ取込', notices: 'お知らせ', settings: '設定', audit_log: '操作履歴', api_keys: 'APIキー',
    garage: {
      requests: '依頼データ', statements: '請求状況照会', requesters: '事業者／事業場情報照会', usage: '業務情報照会', sites: '拠点管理', cars: '車両台帳', templates: '申請テンプレート',
    },
  },
  topbar: {
    user_id: 'ユーザID', belongs_to: '所属', place: '%{code}（%{name}）', requester: '事業者名', head_office: '本部', text_size: '文字サイズ',
    size_standard: '標準', size_large: '大', size_largest: '特大', dark: '暗い表示にする', light: '明るい表示にする', print: '印刷',
    change_password: 'パスワード変更', logout: 'ログアウト', menu_open: 'メニューを開く', menu_close: 'メニューを閉じる', account: '利用者メニュー',
  },
  auth: {
    sign_in: 'ログイン', login_id: 'ユーザID', password: 'パスワード', required: '必須',
    forgotten: 'ログインのユーザID、パスワードを忘れた場合は、所属する振興会へお問い合わせください。',
    notices: 'お知らせ', no_notices: '現在、お知らせはありません。', important: '重要', links: '関連リンク', signing_in: 'ログインしています',
    fill_both: 'ユーザIDとパスワードを入力してください。',
    link_hotekisho: '保適証サービス', link_ainas: 'AINAS（OSS申請共同利用システム）', link_portal: '自動車保有関係手続のワンストップサービス', link_kei: '軽自動車OSS',
  },
  password: {
    title: 'パスワード更新', title_change: 'パスワード変更', first: '初期パスワード、または期限の切れたパスワードでログインしています。新しいパスワードを設定してください。',
    login_id: 'ログインID', display_name: 'ユーザー名', current: '現在のパスワード', next: '新しいパスワード', again: '新しいパスワード（確認）',
    again_hint: '確認のため、パスワードの再入力が必要です。', changed: 'パスワードを変更しました。', rules: 'パスワードの条件', met: '満たしています', unmet: '満たしていません',
    rule_length: '8～39文字', rule_half_width: '半角のみ', rule_three_kinds: '大文字英字、小文字英字、数字、記号の3種類以上', rule_not_login_id: 'ログインIDと同じでない',
    rule_same: '2つの入力が一致している',
  },
  page: {
    not_found: 'ページが見つかりません', not_found_hint: 'アドレスが誤っているか、リンクが古くなっています。メニューから選び直してください。',
    forbidden: 'この画面を開く権限がありません', forbidden_hint: '必要なときは、管理者または所属する振興会へお問い合わせください。',
    error: '画面を表示できませんでした', error_hint: '「再読み込み」を押してください。続くときは、次の内容を添えて所属する振興会へお問い合わせください。',
    loading: '読み込んでいます', home: 'ダッシュボードへ',
  },
} as const;
