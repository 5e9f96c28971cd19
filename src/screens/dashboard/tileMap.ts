/**
 * Where each branch lies on the tile map, roughly as on a map: [column, row] from the top left. Branches are data
 * (docs/decisions.md D-1): one that is not here is put in the free rows at the end.
 */
const PLACES: Record<string, readonly [number, number]> = {
  '107': [13, 0], '106': [14, 0], '101': [12, 1], '104': [13, 1], '105': [14, 1], '102': [11, 2], '103': [12, 2],
  '111': [12, 3], '113': [11, 4], '110': [12, 4], '112': [11, 5], '108': [12, 5], '109': [12, 6],
  '114': [11, 6], '116': [9, 6], '117': [10, 6], '130': [8, 7], '128': [9, 7], '115': [10, 7], '121': [11, 7], '124': [12, 7],
  '123': [13, 8], '120': [12, 8], '125': [11, 8], '118': [12, 9], '122': [13, 9], '119': [12, 10], '127': [11, 10], '126': [10, 9],
  '135': [8, 8], '132': [7, 8], '133': [6, 8], '138': [5, 7], '139': [4, 7], '141': [3, 8], '140': [5, 8], '137': [4, 8],
  '131': [7, 9], '134': [8, 9], '129': [9, 9], '136': [7, 10], '142': [5, 10], '143': [6, 10], '144': [4, 10], '145': [5, 11],
  '149': [0, 9], '146': [1, 9], '148': [2, 9], '147': [0, 10], '150': [1, 10], '151': [2, 10], '152': [1, 11], '153': [0, 12],
};
export const COLUMNS = 15;
const LAST_ROW = 13;

/** A place for every branch, none twice. */
export const placesOf = (codes: string[]): Map<string, readonly [number, number]> => {
  const known = codes.filter((code) => code in PLACES);
  const others = codes.filter((code) => !(code in PLACES));
  return new Map([
    ...known.map((code): [string, readonly [number, number]] => [code, PLACES[code] ?? [0, LAST_ROW]]),
    ...others.map((code, index): [string, readonly [number, number]] => [code, [index % COLUMNS, LAST_ROW + Math.floor(index / COLUMNS)]]),
  ]);
};
