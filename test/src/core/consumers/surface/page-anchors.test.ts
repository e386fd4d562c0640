import { expect, test } from 'vitest';
import { findPageAnchors } from '#core/consumers/surface/page-anchors.ts';

test.each([
	["## Retrieve runner's details", ['retrieve-runners-details']],
	["## List all of a group's runners", ['list-all-of-a-groups-runners']],
	['## Delete `cars` by ID', ['delete-cars-by-id']],
	['## Get [a car](cars.md)', ['get-a-car']],
	['### Own {#its-own}', ['its-own']],
	['## Cars\n\n### Cars', ['cars', 'cars-1']],
	['- in a list\n\n  ## Below it', ['below-it']],
	['```markdown\n## In code\n```', []],
	['Cars\n----', ['cars']],
])('%s', (markdown, anchors) => {
	expect(findPageAnchors(markdown)).toEqual(anchors);
});
