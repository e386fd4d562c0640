import { expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { anApi } from '../builders.ts';
import { writeGoFile } from '../../scripts/bench-go-file.ts';

test('the measured search finds the calls that every twentieth file has, and no others', () => {
	const api = anApi();
	const scan = startScan(api);
	for (let index = 0; index < 60; index += 1) {
		const { path, text } = writeGoFile(index, api, { functionsPerFile: 24, callingEvery: 20 });
		if (scan.wants(path)) scan.add(path, text);
	}
	const { files, uses } = scan.finish();
	expect(files).toBe(60);
	expect(uses.map(({ file, name }) => `${file} ${name}`)).toEqual([
		'internal/part0/file0.go Cars.ListCars',
		'internal/part0/file0.go GET /cars',
		'internal/part20/file20.go Cars.CrankCar',
		'internal/part20/file20.go GET /cars/:x/crank',
		'internal/part40/file40.go Cars.GetCar',
		'internal/part40/file40.go GET /cars/:x',
	]);
});
