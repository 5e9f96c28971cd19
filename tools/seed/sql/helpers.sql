-- Deterministic draws: the same row number and salt give the same value on every machine. Nothing here uses random().

-- A number in [0, 1).
create function pg_temp.u(p_n bigint, p_salt int) returns float8
language sql immutable as $$ select (hashint8extended($1, $2) & 2147483647) / 2147483648.0 $$;

-- A whole number in [0, p_below).
create function pg_temp.below(p_n bigint, p_salt int, p_below int) returns int
language sql immutable as $$ select ((hashint8extended($1, $2) & 2147483647) % $3)::int $$;

-- One of the texts.
create function pg_temp.pick(p_n bigint, p_salt int, p_from text[]) returns text
language sql immutable as $$ select ($3)[1 + ((hashint8extended($1, $2) & 2147483647) % cardinality($3))::int] $$;

-- A full name of nobody in particular.
create function pg_temp.person(p_n bigint, p_salt int) returns text
language sql immutable as $$
  select pg_temp.pick($1, $2, '{青木,石原,上野,江口,大塚,片山,木下,久保,小泉,坂本,柴田,杉山,関口,高田,土屋,中西,西川,野口,浜田,平井,福島,星野,松尾,三浦,村上,森本,安田,横井,和田,川端}'::text[])
    || '　' || pg_temp.pick($1, $2 + 1, '{明,恵,健一,直子,浩二,由美,修,里奈,和也,美咲,誠,陽子,拓也,久美,隆,千尋,大輔,真理,剛,沙織,豊,綾,達也,裕子}'::text[])
$$;

-- Digits as they stand in an address: full-width.
create function pg_temp.full_width(p_text text) returns text
language sql immutable as $$ select translate($1, '0123456789-', '０１２３４５６７８９−') $$;

-- What a branch's area is like: its share of the national traffic and the places on its number plates.
create temp table seed_areas as
select b.id as branch_id, b.code, b.office, a.weight::float8 as weight, p.plates,
  case when b.region = '北海道' then '北海道' else substring(b.name from '^(.+?[都道府県])') end as prefecture
from public.branches b join (values
  ('101', 2.2, '{札幌}'), ('102', 0.5, '{函館}'), ('103', 0.5, '{室蘭,苫小牧}'), ('104', 0.6, '{帯広,十勝}'), ('105', 0.4, '{釧路}'),
  ('106', 0.4, '{北見}'), ('107', 0.7, '{旭川}'), ('108', 2.0, '{宮城,仙台}'), ('109', 1.8, '{福島,いわき,会津,郡山,白河}'),
  ('110', 1.2, '{岩手,盛岡,平泉}'), ('111', 1.1, '{青森,八戸,弘前}'), ('112', 1.1, '{山形,庄内}'), ('113', 0.9, '{秋田}'),
  ('114', 2.0, '{新潟,長岡,上越}'), ('115', 2.0, '{長野,松本,諏訪}'), ('116', 1.1, '{石川,金沢}'), ('117', 1.0, '{富山}'),
  ('118', 8.0, '{品川,練馬,足立,多摩,八王子,世田谷,杉並,板橋,江東,葛飾}'), ('119', 5.0, '{横浜,川崎,相模,湘南}'),
  ('120', 4.8, '{大宮,熊谷,所沢,春日部,川越,越谷,川口}'), ('121', 1.8, '{群馬,前橋,高崎}'), ('122', 4.2, '{千葉,習志野,袖ヶ浦,野田,柏,成田,船橋,松戸}'),
  ('123', 2.5, '{水戸,土浦,つくば}'), ('124', 1.7, '{宇都宮,とちぎ,那須}'), ('125', 0.8, '{山梨,富士山}'),
  ('126', 6.0, '{名古屋,三河,豊橋,尾張小牧,豊田,岡崎,一宮,春日井}'), ('127', 3.0, '{静岡,浜松,沼津,伊豆}'), ('128', 1.7, '{岐阜,飛騨}'),
  ('129', 1.5, '{三重,鈴鹿,四日市}'), ('130', 0.7, '{福井}'), ('131', 5.0, '{大阪,なにわ,和泉,堺}'), ('132', 1.8, '{京都}'),
  ('133', 3.5, '{神戸,姫路}'), ('134', 0.9, '{奈良,飛鳥}'), ('135', 1.1, '{滋賀}'), ('136', 0.8, '{和歌山}'), ('137', 2.1, '{広島,福山}'),
  ('138', 0.5, '{鳥取}'), ('139', 0.5, '{島根,出雲}'), ('140', 1.6, '{岡山,倉敷}'), ('141', 1.1, '{山口,下関}'), ('142', 0.8, '{香川,高松}'),
  ('143', 0.6, '{徳島}'), ('144', 1.0, '{愛媛}'), ('145', 0.6, '{高知}'), ('146', 3.6, '{福岡,北九州,筑豊,久留米}'),
  ('147', 0.9, '{長崎,佐世保}'), ('148', 0.9, '{大分}'), ('149', 0.7, '{佐賀}'), ('150', 1.4, '{熊本}'), ('151', 0.9, '{宮崎}'),
  ('152', 1.3, '{鹿児島}'), ('153', 1.0, '{沖縄}')
) a (code, weight, plates_text) on a.code = b.code
cross join lateral (select a.plates_text::text[] as plates) p;
