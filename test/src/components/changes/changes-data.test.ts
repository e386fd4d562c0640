import { expect, test } from 'vitest';
import { isChangesData, type ChangesData } from '#components/changes/changes-data.ts';
import { packPlans } from '#core/plan/changes/pack-plans.ts';
import { aPlanOfDay, planRules } from '../../../builders.ts';

test('only what this site packs itself is taken for its data', () => {
	const plans = packPlans([aPlanOfDay()]);
	const data: ChangesData = { plans, rules: planRules(), titles: ['19.7'], slips: {} };
	expect(isChangesData(JSON.parse(JSON.stringify(data)))).toBe(true);
	const others = [
		null,
		'<!doctype html>',
		{},
		{ plans: null },
		{ ...data, plans: { ...plans, packed: 2 } },
		{ plans, rules: planRules(), slips: {} },
	];
	expect(others.filter(isChangesData)).toEqual([]);
});
