/** 案内: what the pages around the questions say. The questions themselves are `faq.ts`, loaded with their page. */
export const guideWords = {
  guide: {
    faq: 'よくある質問', faq_search: 'キーワード', faq_none: '「%{words}」に当てはまる質問はありません。言葉を変えるか、お問い合わせ先をご覧ください。', faq_count: '%{count}件',
    inquiry: 'お問い合わせ', own_branch: 'ご所属の振興会', branch_hours: '平日 9:00～16:45（指定の休日を除く）', topic: 'お問い合わせの内容', contact: '窓口', hours: '受付時間', phone: '電話', address: '所在地',
    contacts: '連絡先', contacts_hint: '自動車整備振興会（支部）の一覧です。申請の代理人は、事業場のある地域の支部です。', region: '地区', search: '支部名・所在地', links: 'リンク集', links_hint: '外部のサイトが新しいタブで開きます。',
    branch: '振興会（支部）', office: '管轄運輸支局等', by_vendor: '各社の案内による',
    unread: 'お知らせ（未読 %{count}件）', notices: 'お知らせ', read_all: 'すべて既読にする',
    outside_hours: 'AINASの利用可能時間（%{open}～%{close}、%{closed_from}～%{closed_to}は休止）の外です。入力と保存はできますが、申請の送信・審査は時間内に行われます。',
  },
} as const;
