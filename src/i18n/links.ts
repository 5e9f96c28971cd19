/** リンク集 (docs/domain.md §7). Loaded with its page alone. */
export type LinkGroup = { title: string; links: { label: string; url: string }[] };

const JASPA = 'https://www.jaspa.or.jp/portals/ossuser/';

export const linkGroups: LinkGroup[] = [
  {
    title: '日整連',
    links: [
      { label: '日整連自動車情報サイト（申込書・届出書、マニュアル、利用規約・細則、利用料及び手数料、FAQ）', url: JASPA },
      { label: '保適証サービス・保適証利用者管理サービス（8:00～20:00、年末年始を除く）', url: 'https://www.jaspa.or.jp/' },
      { label: '確認事項及び承諾書【様式例】、法令に基づく開示情報、整備業務システム会社向け情報', url: JASPA },
      { label: '自動車情報管理センター（AIRAC）と入力文字チェックの案内', url: JASPA },
    ],
  },
  {
    title: 'AINAS',
    links: [
      { label: 'AINAS（OSS申請共同利用システム）', url: 'https://www.aina.or.jp/' },
      { label: 'AINAS マニュアル', url: 'https://www.aina.or.jp/manual' },
    ],
  },
  {
    title: '登録車',
    links: [
      { label: 'OSSポータル（利用規約、お知らせ一覧、申請できる車両の条件、自動車重量税額の照会）', url: 'https://www.oss.mlit.go.jp/' },
      { label: 'ダイレクト納付対応金融機関（登録車）', url: 'https://www.oss.mlit.go.jp/' },
    ],
  },
  {
    title: '軽自動車',
    links: [
      { label: '軽OSSポータル（利用規約、お知らせ一覧、申請できる車両の条件、自動車重量税額の照会）', url: 'https://www.k-oss.keikenkyo.or.jp/' },
      { label: 'ダイレクト納付対応金融機関（軽自動車）', url: 'https://www.k-oss.keikenkyo.or.jp/' },
    ],
  },
];
