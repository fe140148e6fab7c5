import type { MenuSound } from '../menu-sounds';

/** Numbers that callers of each baseline dial; every other number is the platform's. */
export const DIALPLAN_NUMBER = 'bench-dialplan';
export const BARE_ARI_NUMBER = 'bench-ari';
export const BARE_ARI_APPLICATION = 'bench-menu';

const sound = (name: MenuSound): string => `@PROMPTS_DIR@/${name}`;

/** The same menu as Asterisk does it by itself, and the way into the bare ARI script. */
export const BASELINE_DIALPLAN = [
  '[from-trunk](+)',
  `exten => ${DIALPLAN_NUMBER},1,Answer()`,
  ' same => n,Goto(bench-menu,s,1)',
  `exten => ${BARE_ARI_NUMBER},1,Stasis(${BARE_ARI_APPLICATION})`,
  ' same => n,Hangup()',
  '',
  '[bench-menu]',
  `exten => s,1,Background(${sound('bench-menu')})`,
  ' same => n,WaitExten(10)',
  ' same => n,Hangup()',
  `exten => 1,1,Playback(${sound('bench-answer')})`,
  ' same => n,Hangup()',
  '',
].join('\n');
