import type { StaffIndicatorsView } from '@switchyard/contracts';
import { INDICATORS, type StaffIndicator } from '@switchyard/domain';
import type { StaffMember } from '../../staff/staff-directory.port';

export function toIndicatorsView(
  { staffNumber, name, groupCode }: StaffMember,
  month: string,
  indicators: readonly StaffIndicator[],
): StaffIndicatorsView {
  return {
    staffNumber,
    name,
    month,
    ...(groupCode !== undefined && { groupCode }),
    indicators: indicators.map(({ target, ...indicator }) => {
      const definition = INDICATORS.find(({ code }) => code === indicator.code);
      return {
        ...indicator,
        ...(target && { target: { ...target } }),
        names: {
          'zh-CN': definition?.names['zh-CN'] ?? indicator.code,
          en: definition?.names.en ?? indicator.code,
        },
        unit: definition?.unit ?? '',
      };
    }),
  };
}
