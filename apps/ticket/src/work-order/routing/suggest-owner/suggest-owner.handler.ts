import { Controller } from '@nestjs/common';
import { SuggestOwner, SuggestOwnerRequest, type SuggestedOwners } from '@switchyard/contracts';
import { suggestOwner } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { Workload } from '../workload.port';

@Controller()
export class SuggestOwnerHandler {
  constructor(private readonly workload: Workload) {}

  @Handles(SuggestOwner)
  async handle({ candidates, skill }: SuggestOwnerRequest): Promise<SuggestedOwners> {
    const openItems = await this.workload.openItems(candidates.map(({ person }) => person));
    const suggestions = suggestOwner(
      candidates.map(({ person, presence, skills = [] }) => ({
        person,
        presence,
        skills,
        openItems: openItems.get(person) ?? 0,
      })),
      skill,
    );
    return {
      items: suggestions.map(({ person, presence, openItems: items, hasSkill }) => ({
        person,
        presence,
        openItems: items,
        hasSkill,
      })),
    };
  }
}
