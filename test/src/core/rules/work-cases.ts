import { aPlanOfDay, anIssue, anIssueOfDay, aRosterRow } from '../../../builders.ts';
import type { RuleCase } from './rule-case.ts';

const now = (overrides: Parameters<typeof anIssue>[0] = {}) =>
	anIssue({ milestone: '19.7', ...overrides });
const named = ['example/tools/widget#1 Teach the widget to wait'];
const on = (day: string, healthStatus: string | null, iid = 1) =>
	aPlanOfDay({ day, asked: ['19.7'], issues: [anIssueOfDay({ iid, healthStatus })] });

const inDev = (count: number) => ({
	rows: {
		issues: Array.from({ length: count }, (_, index) =>
			now({ iid: index + 1, labels: ['workflow::in dev'] }),
		),
		team: [
			aRosterRow({ position: 1, role: 'Backend Engineer' }),
			aRosterRow({ position: 2, role: 'Engineer', vacancy: true }),
		],
	},
});

export const workCases: RuleCase[] = [
	{
		declared: { id: 'issues-labelled', labels: ['section::tools'] },
		passes: { rows: { issues: [now({ labels: ['section::tools'] })] } },
		fails: { rows: { issues: [now(), now({ iid: 2, labels: ['section::tools'] })] } },
		says: '1 of 2 planned issues lacks ~"section::tools".',
		shows: named,
		// Nobody uses the label, so it may have another name.
		notChecked: { rows: { issues: [now()] } },
	},
	{
		declared: { id: 'issues-typed', scopes: ['type'] },
		passes: { rows: { issues: [now({ labels: ['type::bug'] })] } },
		fails: { rows: { issues: [now(), now({ iid: 2, labels: ['type::bug'] })] } },
		says: '1 of 2 planned issues has no label type::.',
		shows: named,
		notChecked: { rows: { issues: [now()] } },
	},
	{
		declared: { id: 'bugs-triaged', labels: ['type::bug'], scopes: ['priority', 'severity'] },
		passes: { rows: { issues: [now({ labels: ['type::bug', 'priority::1', 'severity::2'] })] } },
		fails: {
			rows: {
				issues: [
					now({ labels: ['type::bug', 'priority::1'] }),
					now({ iid: 2, labels: ['type::bug', 'priority::1', 'severity::2'] }),
					now({ iid: 3, labels: ['type::feature'] }),
				],
			},
		},
		says: '1 of 2 planned bugs lacks a label of priority:: or severity::.',
		shows: named,
		notChecked: { rows: { issues: [now({ labels: ['type::bug', 'priority::1'] })] } },
	},
	{
		declared: { id: 'ready-issues-weighted', workflow: ['ready for development'] },
		passes: { rows: { issues: [now({ labels: ['workflow::ready for development'], weight: 0 })] } },
		fails: { rows: { issues: [now({ labels: ['workflow::Ready for  development'] })] } },
		says: '1 of 1 ready issue has no weight.',
		shows: named,
		notChecked: { rows: { issues: [now({ labels: ['workflow::in dev'] })] } },
	},
	{
		declared: { id: 'work-has-health', workflow: ['in dev', 'in review'] },
		passes: { rows: { issues: [now({ labels: ['workflow::in dev'], healthStatus: 'on_track' })] } },
		fails: {
			rows: {
				issues: [
					now({ labels: ['workflow::in review'] }),
					now({ iid: 2, labels: ['workflow::in dev'], healthStatus: 'on_track' }),
					now({ iid: 3, labels: ['workflow::in dev'], state: 'closed' }),
				],
			},
		},
		says: '1 of 2 issues in work has no health status.',
		shows: named,
		// The tier may have no health status.
		notChecked: { rows: { issues: [now({ labels: ['workflow::in dev'] })] } },
	},
	{
		declared: { id: 'work-updated', workflow: ['in dev'], days: 7 },
		passes: {
			rows: { issues: [now({ labels: ['workflow::in dev'], updatedAt: '2026-11-16T00:00:00Z' })] },
		},
		fails: {
			rows: { issues: [now({ labels: ['workflow::in dev'], updatedAt: '2026-11-15T23:59:00Z' })] },
		},
		says: '1 of 1 issue in work has not changed for more than 7 days.',
		shows: named,
		notChecked: { rows: { issues: [now({ labels: ['workflow::in dev'] })] } },
	},
	{
		declared: { id: 'debt-in-flight', labels: ['debt'], workflow: ['in dev'], roster: 'members' },
		passes: {
			rows: {
				issues: [now({ labels: ['debt', 'workflow::in dev'] })],
				team: [
					aRosterRow({ position: 1, role: 'Engineering Manager' }),
					aRosterRow({ position: 2, role: 'Backend Engineer' }),
				],
			},
		},
		fails: {
			rows: {
				issues: [1, 2].map((iid) => now({ iid, labels: ['debt', 'workflow::in dev'] })),
				team: [aRosterRow({ role: 'Senior Backend Engineer, Widget' })],
			},
		},
		says: 'The team has 2 technical debt issues in flight, and 1 engineer.',
		shows: [...named, 'example/tools/widget#2 Teach the widget to wait'],
		notChecked: {
			rows: {
				issues: [now({ labels: ['workflow::in dev'] })],
				team: [aRosterRow({ role: 'Backend Engineer' })],
			},
		},
	},
	{
		declared: { id: 'work-limited', workflow: ['in dev'], count: 2, roster: 'members' },
		passes: inDev(2),
		fails: inDev(3),
		says: 'The team has 3 issues in progress, and 1 engineer.',
		shows: [
			...named,
			'example/tools/widget#2 Teach the widget to wait',
			'example/tools/widget#3 Teach the widget to wait',
		],
		notChecked: { rows: { ...inDev(3).rows, team: [aRosterRow({ role: 'Product Designer' })] } },
	},
	{
		declared: { id: 'attention-resolved', days: 7 },
		passes: { plans: [on('2026-11-14', 'needs_attention'), on('2026-11-21', 'needs_attention')] },
		fails: { plans: [on('2026-11-14', 'needs_attention'), on('2026-11-22', 'needs_attention')] },
		says: 'Of 1 time that an issue of 19.7 was “needs attention”, 1 lasted longer than 7 days.',
		shows: named,
		notChecked: { plans: [on('2026-11-14', null), on('2026-11-22', null)] },
	},
	{
		declared: { id: 'risk-resolved', days: 1 },
		passes: {
			plans: [
				on('2026-11-14', 'at_risk'),
				on('2026-11-15', 'on_track'),
				on('2026-11-20', 'at_risk'),
			],
		},
		fails: { plans: [on('2026-11-14', 'at_risk'), on('2026-11-16', 'at_risk')] },
		says: 'Of 1 time that an issue of 19.7 was “at risk”, 1 lasted longer than 1 day.',
		shows: named,
		notChecked: { plans: [on('2026-11-16', 'at_risk')] },
	},
	{
		declared: { id: 'no-workflow-labels' },
		passes: {
			rows: { issues: [now(), now({ iid: 2, labels: ['workflow::done'], state: 'closed' })] },
		},
		fails: { rows: { issues: [now({ labels: ['workflow::in dev'] })] } },
		says: '1 of 1 open issue has a workflow label.',
		shows: named,
		notChecked: { rows: { issues: [] } },
	},
];
