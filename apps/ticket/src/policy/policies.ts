import { Injectable } from '@nestjs/common';
import type { TicketPolicyName } from '@switchyard/contracts';
import { PolicyBook } from '@switchyard/platform';
import type { PolicyOf } from './policy-definitions';

/** The policies in force; what nobody has set is as the standard says. */
@Injectable()
export class Policies {
  constructor(private readonly book: PolicyBook) {}

  calendarWarning(at: Date): Promise<PolicyOf<'calendar-warning'>> {
    return this.inForce('calendar-warning', at);
  }

  complaints(at: Date): Promise<PolicyOf<'complaint-programme'>> {
    return this.inForce('complaint-programme', at);
  }

  correctness(at: Date): Promise<PolicyOf<'correctness'>> {
    return this.inForce('correctness', at);
  }

  customerValue(at: Date): Promise<PolicyOf<'customer-value'>> {
    return this.inForce('customer-value', at);
  }

  followUp(at: Date): Promise<PolicyOf<'follow-up'>> {
    return this.inForce('follow-up', at);
  }

  handover(at: Date): Promise<PolicyOf<'handover'>> {
    return this.inForce('handover', at);
  }

  identityReading(at: Date): Promise<PolicyOf<'identity-reading'>> {
    return this.inForce('identity-reading', at);
  }

  notification(at: Date): Promise<PolicyOf<'notification'>> {
    return this.inForce('notification', at);
  }

  outage(at: Date): Promise<PolicyOf<'outage'>> {
    return this.inForce('outage', at);
  }

  papers(at: Date): Promise<PolicyOf<'application-papers'>> {
    return this.inForce('application-papers', at);
  }

  penalty(at: Date): Promise<PolicyOf<'penalty'>> {
    return this.inForce('penalty', at);
  }

  routing(at: Date): Promise<PolicyOf<'work-order-routing'>> {
    return this.inForce('work-order-routing', at);
  }

  telephoneAccess(at: Date): Promise<PolicyOf<'telephone-access'>> {
    return this.inForce('telephone-access', at);
  }

  private async inForce<Name extends TicketPolicyName>(name: Name, at: Date): Promise<PolicyOf<Name>> {
    return (await this.book.inForce(name, at)) as PolicyOf<Name>;
  }
}
