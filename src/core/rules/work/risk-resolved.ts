import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { formatCount } from '#core/words/formats.ts';
import { judgeHealth } from './health-resolved.ts';

export const riskResolved: HandbookRule = {
	id: 'risk-resolved',
	title: 'At risk, then back on track',
	state: (_, { days = 0 }) =>
		`An issue that is at risk is back on track within ${formatCount(days, 'day')}.`,
	why: 'As it stands, it will miss its release.',
	needs: { plan: ['groupLabels'] },
	takes: ['days'],
	lists: ['milestones', 'issues'],
	judge: (world, { days = 0 }) => judgeHealth(world, 'at_risk', days),
};
