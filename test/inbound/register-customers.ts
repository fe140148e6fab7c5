import type { RestClient } from '@switchyard/testing';
import { CUSTOMER, CUSTOMER_IN_THE_DARK, CUSTOMER_PHONES, DESKS, LEFT_ALONE, NEW_CUSTOMER } from './walks';

const day = (daysFromNow: number) => new Date(Date.now() + daysFromNow * 86_400_000).toISOString();

/** A customer with a bill, arrears, a payment and a password, and one whose area has an outage. */
export async function registerCustomers(api: RestClient): Promise<void> {
  await api.put('/areas/A1', { name: '江岸区', nameEn: 'Jiang An', class: 'urban' });
  await api.put('/areas/A2', { name: '武昌区', nameEn: 'Wu Chang', class: 'urban' });
  const { accountNo, password } = CUSTOMER;
  await api.put(`/accounts/${accountNo}`, {
    name: '王芳',
    kind: 'resident',
    phones: CUSTOMER_PHONES,
    areaCode: 'A2',
  });
  await api.put(`/accounts/${accountNo}/bills/2026-02`, {
    readingDate: '2026-02-28',
    registerValue: 10_050.3,
    energyKwh: 128,
    amountFen: 10_050,
    previousBalanceFen: 0,
    payableFen: 10_050,
  });
  await api.put(`/accounts/${accountNo}/arrears/2026-01`, {
    amountFen: 20_000,
    dueDate: '2026-02-20',
    asOf: day(-1),
  });
  await api.pay(accountNo, 5_000);
  await api.put(`/accounts/${accountNo}/telephone-access/password`, { password });
  await api.put(`/accounts/${CUSTOMER_IN_THE_DARK.accountNo}`, {
    name: '李雷',
    kind: 'resident',
    phones: [CUSTOMER_IN_THE_DARK.phone, '+8613700020002', LEFT_ALONE.from ?? ''],
    areaCode: 'A1',
  });
  const { accountNo: newNo, password: newPassword, phones } = NEW_CUSTOMER;
  await api.put(`/accounts/${newNo}`, { name: '韩梅', kind: 'resident', phones, areaCode: 'A2' });
  await api.put(`/accounts/${newNo}/telephone-access/password`, { password: newPassword });
  await api.put(`/dialled-numbers/${DESKS.english}`, { flow: 'hotline', entry: 'english' });
  await api.put(`/dialled-numbers/${DESKS.vip}`, { flow: 'hotline', entry: 'vip' });
  await api.put(`/dialled-numbers/${DESKS.withheld}`, { flow: 'hotline' });
  await api.put(`/dialled-numbers/${DESKS.applicant}`, { flow: 'hotline' });
  await api.post('/outages', {
    kind: 'fault',
    areaCode: 'A1',
    startsAt: day(-0.1),
    expectedRestorationAt: day(0.2),
    cause: '线路故障',
    causeEn: 'a broken line',
  });
}
