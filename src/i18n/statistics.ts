/** 申請データ統計検索. */
export const statisticsWords = {
  statistics: {
    title: '申請データ統計検索', month: '依頼月', kind: '区分', all_kinds: 'すべて', site: '拠点', total: '合計', none: 'この月に依頼した申請はありません。', all: '全体', more: 'ほか%{count}行は表示していません。区分や月で絞ってください。', cell: '%{site} %{status} %{count}件の一覧',
    note: '依頼日時の月で数えます。件数を選ぶと、その申請の一覧を開きます。依頼前は含みません。',
  },
} as const;
