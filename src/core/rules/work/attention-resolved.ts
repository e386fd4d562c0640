import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { formatCount } from '#core/words/formats.ts';
import { judgeHealth } from './health-resolved.ts';

export const attentionResolved: HandbookRule = {
	id: 'attention-resolved',
	title: 'Needs attention, then back on track',
	state: (_, { days = 0 }) =>
		`An issue that needs attention is back on track within ${formatCount(days, 'day')}.`,
	why: 'Left unattended, it will miss its release.',
	needs: { plan: ['groupLabels'] },
	takes: ['days'],
	lists: ['milestones', 'issues'],
	judge: (world, { days = 0 }) => judgeHealth(world, 'needs_attention', days),
};
