import { expect, test } from 'vitest';
import { sniffInlineType } from './sniffInlineType.ts';

test.each([
  ['%PDF-1.7 ...', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n....', 'image/png'],
  ['\xff\xd8\xff\xe0........', 'image/jpeg'],
  ['GIF89a......', 'image/gif'],
  ['RIFF\x10\x00\x00\x00WEBP', 'image/webp'],
])('%j is shown as %s', (start, type) => {
  expect(sniffInlineType(Buffer.from(start, 'latin1'))).toBe(type);
});

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '<!doctype html>',
  ' %PDF-1.7',
  '#!/bin/sh',
  'MZ\x90\x00',
  'RIFF\x10\x00\x00\x00WAVE',
  'PK\x03\x04',
  '',
])('%j is never shown', (start) => {
  expect(sniffInlineType(Buffer.from(start, 'latin1'))).toBeUndefined();
});
