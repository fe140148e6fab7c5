/** What a shift is for: the roster's own work, standing by for who falls out (§8), or work beyond the roster (§18). */
export const SHIFT_DUTIES = ['regular', 'reserve', 'overtime'] as const;
export type ShiftDuty = (typeof SHIFT_DUTIES)[number];
