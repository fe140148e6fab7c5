/**
 * Words that count things, time or measures: before them 2 is 两. Those that also tell places, names and dates apart
 * (号, 栋, 层, 组, 路, 级, 月, 日: 二号楼, 二月二日) are not among them; nor are words that only begin alike (人工, 处理).
 */
const MEASURE_WORDS = [
  String.raw`个|小时|分钟|秒|天(?!然)|周|年(?!级)|点|万|亿|千|米|公里|吨|度(?!数)|倍|遍|趟|次(?!日)|位|笔|份|种|辆|盏|块`,
  String.raw`人(?![工民])|名(?![称字单])|户(?![名号主])|条(?![款例])|件|张|项(?!目)|处(?!理)|座(?![机席])|家(?!庭)|间(?!隔)|台(?![区州])|根(?!据)`,
].join('|');
const COUNTED = new RegExp(String.raw`^(?:\s*[-~～–—至到]\s*\d+)?\s*(?:${MEASURE_WORDS})`, 'u');

/** What a number behind it is not a count after: 第2次 is the second time, A2 a name. */
const NAMED = /[第A-Za-z]\s*$/u;

/** Things of which there may be tens of thousands; before other words so long a number is a code (95598人工). */
const MANY = /^\s*(?:户(?![名号主])|千瓦|千伏安)/u;

/** Whether a number between these texts counts something: as 2 does in 2小时 and in 2-3天, but not in 第2次. */
export const countsThings = (before: string, after: string): boolean =>
  COUNTED.test(after) && !NAMED.test(before);

/** Whether even a number that is as long as a code counts something: 影响12000户. */
export const countsMany = (after: string): boolean => MANY.test(after);
