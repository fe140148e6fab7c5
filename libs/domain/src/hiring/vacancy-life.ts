/** A request for heads is approved, opened to candidates, and ends filled or closed (§1, §16). */
export const VACANCY_STATES = ['requested', 'refused', 'approved', 'open', 'filled', 'closed'] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];

export const VACANCY_ACTS = ['approve', 'refuse', 'open', 'close'] as const;
export type VacancyAct = (typeof VACANCY_ACTS)[number];

const ACTS: Readonly<
  Record<VacancyAct, { readonly from: readonly VacancyState[]; readonly to: VacancyState }>
> = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested'], to: 'refused' },
  open: { from: ['approved'], to: 'open' },
  close: { from: ['requested', 'approved', 'open'], to: 'closed' },
};

/** The state after an act, undefined when it does not follow. */
export function afterAct(state: VacancyState, act: VacancyAct): VacancyState | undefined {
  const { from, to } = ACTS[act];
  return from.includes(state) ? to : undefined;
}

/** From which states an act is possible, for whoever asked at the wrong time. */
export const statesFor = (act: VacancyAct): readonly VacancyState[] => ACTS[act].from;
