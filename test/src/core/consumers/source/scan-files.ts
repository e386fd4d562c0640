import { startScan, type FoundSource } from '#core/consumers/source/source-scan.ts';
import type { Api } from '#model/api.ts';
import { aLibrary, anApi, anEndpoint } from '../../../../builders.ts';

/** Reads files as the pull does: each is asked for, and those that are wanted are added. */
export function scanFiles(
	files: Readonly<Record<string, string>>,
	api: Api = carApi(),
): FoundSource {
	const scan = startScan(api);
	for (const [path, text] of Object.entries(files)) if (scan.wants(path)) scan.add(path, text);
	return scan.finish();
}

/** What is found in files of a program that names GitLab, a line each: `main.go:7 Cars.ListCars`. */
export function findIn(files: Readonly<Record<string, string>>, api: Api = carApi()): string[] {
	const named = {
		'named/go.mod': 'module example.com/gitlab-tool\n',
		'named/package.json': '{ "name": "gitlab-tool" }',
		...files,
	};
	return scanFiles(named, api).uses.map(
		({ file, line, kind, name, options, condition }) =>
			`${file}:${String(line)} ${kind === 'method' ? '' : `${kind} `}${name}` +
			(options === null ? '' : ` {${options.join(', ')}}`) +
			(condition === null ? '' : ` if ${condition}`),
	);
}

const docs = 'https://docs.example.com/cars';

/** An API with all that a scanner has to tell apart. */
export function carApi(): Api {
	return anApi({
		surface: {
			project: 'example/docs',
			pages: [],
			pattern: '(^|/)(cars|car_keys)(/|$)',
		},
		clients: [
			aLibrary({ services: ['Cars', 'CarKeys'] }),
			aLibrary({ id: 'go-cars', packages: ['example.org/old/go-cars'], retired: true }),
			aLibrary({
				id: 'carbeaker',
				language: 'typescript',
				packages: ['@carbeaker/rest', '@carbeaker/core'],
			}),
		],
		endpoints: [
			anEndpoint({
				calls: {
					'car-go': ['Cars.ListCars'],
					'go-cars': ['Cars.ListCars'],
					carbeaker: ['Cars.all(owned)'],
				},
			}),
			anEndpoint({
				id: 'list-all-cars',
				path: '/cars/all',
				graphql: [],
				calls: { carbeaker: ['Cars.all'] },
				docs,
			}),
			anEndpoint({
				id: 'get-car',
				path: '/cars/:id',
				graphql: ['Query.car'],
				calls: { 'car-go': ['Cars.GetCar'], carbeaker: ['Cars.show'] },
			}),
			anEndpoint({
				id: 'crank-car',
				method: 'POST',
				path: '/cars/:id/crank',
				graphql: [],
				calls: { 'car-go': ['Cars.CrankCar'] },
			}),
			anEndpoint({
				id: 'create-car',
				method: 'POST',
				path: '/cars',
				graphql: ['Mutation.carCreate'],
				calls: { 'car-go': ['Cars.CreateCar'], carbeaker: ['Cars.create'] },
			}),
			anEndpoint({
				id: 'list-group-cars',
				path: '/groups/:id/cars',
				graphql: ['Group.cars'],
				calls: { 'car-go': ['Cars.ListGroupCars'], carbeaker: ['Cars.all(groupId)'] },
			}),
			anEndpoint({
				id: 'create-user-car',
				method: 'POST',
				path: '/user/cars',
				graphql: ['Mutation.carCreate'],
				calls: { 'car-go': ['Users.CreateUserCar'], carbeaker: ['Users.createCar'] },
			}),
			anEndpoint({
				id: 'list-keys',
				path: '/car_keys',
				graphql: [],
				calls: { 'car-go': ['CarKeys.ListCarKeys'] },
			}),
		],
	});
}
