import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { formatList } from '#core/words/formats.ts';
import { judgeChecks } from './judge-checks.ts';

export const toolsAligned: HandbookRule = {
	id: 'tools-aligned',
	title: 'Tools are aligned',
	state: ({ checks }) =>
		`Every project uses the agreed version of ${formatList(checks.tools.filter(({ agreed }) => agreed !== undefined).map(({ name }) => name))}.`,
	why: 'One version everywhere means one set of bugs.',
	needs: { checks: ['tools'], files: ['projects'] },
	lists: ['projects'],
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id.startsWith('tool-'),
			does: ['uses the agreed version', 'use the agreed version'],
			fix: 'Update the project, or agree on another version in content/registry/checks.yaml.',
		}),
};
