/** AINAS利用登録通知書 and クライアント証明書等 of a company (docs/domain.md §2.12). */
export const documentWords = {
  document: {
    title: 'AINASの書類', ainas_notice: 'AINAS利用登録通知書', client_certificate: 'AINASクライアント証明書等', put: 'ファイルを登録', replace: '差し替える', at: '%{at} 登録', missing: '未登録',
    missing_hint: '所属の支部が登録すると、ダウンロードできます。', locked: '登録進捗状況が「登録完了」になると、ダウンロードできます。', stored: '「%{name}」を登録しました。', too_large: '10MB以内のファイルを選んでください。', types: 'PDFまたはZIPのファイルを選んでください。',
    notice_hint: 'PDF、10MB以内', certificate_hint: 'ZIP、10MB以内。使用するすべてのパソコンに導入してください。',
  },
} as const;
