import { callsCounted } from './calls-in-memory';

const shown = (menus: number, elsewhere: number) => `# HELP switchyard_callers_in_menus Callers
# TYPE switchyard_callers_in_menus gauge
switchyard_callers_in_menus{service="ivr"} ${menus}
switchyard_callers_elsewhere{service="ivr"} ${elsewhere}
switchyard_calls_at_work{service="ivr"} 0
switchyard_nodes_held{service="ivr"} 1
`;

test('calls that a process still believes to have are told', () => {
  expect(callsCounted(shown(0, 0))).toEqual([]);
  expect(callsCounted(shown(2, 1))).toEqual([
    'switchyard_callers_in_menus 2',
    'switchyard_callers_elsewhere 1',
  ]);
});

test('a metric that is not there is no proof that nothing is left', () => {
  expect(() => callsCounted('switchyard_nodes_held{service="ivr"} 1')).toThrow(/missing/);
});
