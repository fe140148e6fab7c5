import { OptionalCodes } from './workplace-fields';

/** Whom something is for: whoever fits one of the lists; none given is everybody. */
export class AudienceFields {
  @OptionalCodes('Departments, by code')
  departments?: string[];

  @OptionalCodes('Posts, by code')
  posts?: string[];

  @OptionalCodes('Groups, by code')
  groups?: string[];
}
