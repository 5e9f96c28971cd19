/** What people should know before they do an act on a case (docs/domain.md §3.4–3.6, §9). Loaded with the dialogs alone. */
type Kind = 'registered' | 'kei';
const both = (text: string): Record<Kind, string> => ({ registered: text, kei: text });

export const eventHints: Partial<Record<string, Record<Kind, string>>> = {
  submit: both('送信はいつでもできますが、審査は運輸支局等・軽検協事務所等の開庁時間に行われます。代理人は、届いた順に申請します。'),
  pay_inspection: {
    registered: 'OSSポータルで納付してから記録します。事業者のダイレクト納付口座から引き落とされ、立替にはなりません。',
    kei: '軽OSSポータルでまとめ払いにより納付してから記録します。立替として記録され、後日請求されます。',
  },
  pay_tech: {
    registered: 'OSSポータルでまとめ納付してから記録します。立替として記録され、後日請求されます。',
    kei: '軽OSSポータルでまとめ納付してから記録します。立替として記録され、後日請求されます。',
  },
  pay_weight_tax: { registered: 'OSSポータルで納付してから記録します。', kei: '軽OSSポータルで納付してから記録します。' },
  correct: { registered: '補正はOSSポータルで行います。済んでから記録してください。', kei: '補正は軽OSSポータルで行います。済んでから記録してください。' },
  refile: both('新しい受付番号になります。納付済みの手数料は引き継がれ、もう一度納付することはありません。'),
  reuse: both('同じ内容で新しい依頼データを作ります。前の申請で納付済みでも、手数料はもう一度かかります。'),
  reserve_suspension: both('予約してもすぐには止まりません。手続で決められた段階に進んだときに中断できます。'),
  withdraw: both('納付済みの手数料は戻りません。立替は、取下のあとも請求されます。'),
  hand_over: {
    registered: '窓口で日整連を代理人とする申請であることを伝え、旧い車検証と引き換えに、新しい車検証と検査標章を受け取ります。',
    kei: '事業者が受け取るときは、認証用二次元コード、旧い車検証、軽自動車税納税証明書を持参します。',
  },
  rewrite_ic: both('「書き換え可能」の通知が届いてから、記録事務代行アプリで書き換えます。'),
};

/** 電子車検証更新区分 1: nobody but the office rewrites. */
export const officeRewrites = '電子車検証更新区分が運輸支局等／軽検協事務所等の申請です。記録等事務代行者による書換えの対象ではありません。';
