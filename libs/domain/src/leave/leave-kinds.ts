/** Kinds of leave (§10): 病假, 事假, 公休, 婚假, 产假, 陪护假. */
export const LEAVE_KINDS = ['sick', 'personal', 'annual', 'marriage', 'maternity', 'paternity'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

export const LEAVE_HALVES = ['am', 'pm'] as const;
export type LeaveHalf = (typeof LEAVE_HALVES)[number];
