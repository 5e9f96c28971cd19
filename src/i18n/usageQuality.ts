/** Shares and days of 利用件数, and the public graph. */
export const qualityWords = {
  quality: {
    title: '比率・日数', group: '集計', branch: '支部別', region: '地区別', month: '月別', kind: '車種別', what: 'グラフ', cashless: 'キャッシュレス比率', rejections: '却下率', days: '完了までの日数',
    filed: '申請', completed: '手続完了', rejected: '却下・未受付', percent: '%{value}%', day_count: '%{value}日', none: 'この期間の件数はありません。', chart: '%{what}（%{group}、%{unit}）', unit_percent: '%', unit_days: '日',
    note: 'キャッシュレス比率は登録車の手続完了に占める割合、却下率は却下・未受付の申請に対する割合、日数は依頼から手続完了までの平均です。', file: '利用件数_比率日数_%{group}_%{year}.xlsx', total: '全体',
  },
  public_usage: {
    title: '利用件数グラフ', subtitle: '全国の手続完了件数', registered: '登録車', kei: '軽自動車', month: '月', chart: '全国の月別手続完了件数のグラフ', show: 'グラフを表示する', year_kind: '年の区切り', total: '計',
  },
} as const;
