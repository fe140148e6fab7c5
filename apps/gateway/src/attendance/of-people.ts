import type { Type } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import type { PeopleListRequest } from '@switchyard/contracts';

/** A list of people as their leaders ask for it. */
export function OfPeople<List extends PeopleListRequest>(list: Type<List>): Type<Omit<List, 'own'>> {
  // The mixin loses the names of a type that is not known yet.
  const query: unknown = OmitType(list, ['own'] as const);
  return query as Type<Omit<List, 'own'>>;
}

type Choice = 'own' | 'staffNumber' | 'departmentCode' | 'groupCode';

/** The same of oneself alone: nothing in it names anybody. */
export function OfOneself<List extends PeopleListRequest>(list: Type<List>): Type<Omit<List, Choice>> {
  const query: unknown = OmitType(list, ['own', 'staffNumber', 'departmentCode', 'groupCode'] as const);
  return query as Type<Omit<List, Choice>>;
}
