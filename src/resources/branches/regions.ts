/** The regions of the manual's table of branches, north to south; what a filter offers. */
export const REGIONS = ['北海道', '東北', '北陸信越', '関東', '中部', '近畿', '中国', '四国', '九州', '沖縄'] as const;
