import { Injectable } from '@nestjs/common';
import { StaffDirectory } from '../staff/staff-directory.port';

/** Names beside staff numbers; the number itself where nobody is found. */
@Injectable()
export class StaffNames {
  constructor(private readonly staff: StaffDirectory) {}

  async of(staffNumbers: readonly string[]): Promise<(staffNumber: string) => string> {
    if (staffNumbers.length === 0) return (staffNumber) => staffNumber;
    const people = await this.staff.list({ staffNumbers: [...new Set(staffNumbers)] });
    const names = new Map(people.map(({ staffNumber, name }) => [staffNumber, name]));
    return (staffNumber) => names.get(staffNumber) ?? staffNumber;
  }
}
