import { Injectable } from '@nestjs/common';
import { OUTAGE_ERRORS } from '@switchyard/contracts';
import { announcementOf } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { Areas } from '../area/areas.port';
import { Policies } from '../policy/policies';
import { MaintenanceDocuments } from './maintenance/maintenance-documents.port';
import type { Outage } from './outages.port';

/** Whether what an outage names exists, and how it was announced by the policy in force (L27). */
@Injectable()
export class JudgeOutage {
  constructor(
    private readonly areas: Areas,
    private readonly maintenance: MaintenanceDocuments,
    private readonly policies: Policies,
  ) {}

  /** @throws DomainError `outage.area-unknown`, `outage.maintenance-unknown` */
  async execute(outage: Outage, now: Date): Promise<Outage> {
    for (const code of outage.areaCodes) {
      if (!(await this.areas.find(code))) throw areaUnknown(code, outage.areaCode);
    }
    const { maintenanceId } = outage;
    if (maintenanceId !== undefined && !(await this.maintenance.find(maintenanceId))) {
      throw new DomainError(OUTAGE_ERRORS.maintenanceUnknown, `There is no maintenance ${maintenanceId}.`, {
        field: 'maintenanceId',
        maintenanceId,
      });
    }
    return { ...outage, announcement: announcementOf(outage, await this.policies.outage(now)) };
  }
}

const areaUnknown = (areaCode: string, own: string): DomainError =>
  new DomainError(OUTAGE_ERRORS.areaUnknown, `There is no area ${areaCode}; register it first.`, {
    field: areaCode === own ? 'areaCode' : 'areaCodes',
    areaCode,
  });
