import type { Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import type { PeopleListRequest } from '@switchyard/contracts';

/** A list of people as their leaders ask for it. */
export function OfPeople<List extends PeopleListRequest>(list: Type<List>): Type<Omit<List, 'own'>> {
  return OmitType(list, ['own'] as const) as Type<Omit<List, 'own'>>;
}

type Choice = 'own' | 'staffNumber' | 'departmentCode' | 'groupCode';

/** The same of oneself alone: nothing in it names anybody. */
export function OfOneself<List extends PeopleListRequest>(list: Type<List>): Type<Omit<List, Choice>> {
  return OmitType(list, ['own', 'staffNumber', 'departmentCode', 'groupCode'] as const) as Type<
    Omit<List, Choice>
  >;
}
