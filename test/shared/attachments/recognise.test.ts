import { expect, test } from 'vitest'
import { recognise } from '../../../src/shared/attachments/recognise.rules'

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const zip = bytes('504b0304140006')
const inside = (...names: string[]) => names

test.each<[string, Uint8Array, string[], string]>([
  ['任职通知.pdf', text('%PDF-1.7\n'), [], 'pdf'],
  ['任职通知.PDF', text('%PDF-1.4\n'), [], 'pdf'],
  ['照片.jpg', bytes('ffd8ffe000104a46'), [], 'jpeg'],
  ['照片.jpeg', bytes('ffd8ffe1'), [], 'jpeg'],
  ['没有后缀的扫描件', bytes('89504e470d0a1a0a'), [], 'png'],
  ['名字里有.点 但不是后缀', bytes('89504e470d0a1a0a'), [], 'png'],
  ['证书.tif', bytes('49492a0008000000'), [], 'tiff'],
  ['证书.tiff', bytes('4d4d002a00000008'), [], 'tiff'],
  ['公文.ofd', zip, inside('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
  ['材料.docx', zip, inside('[Content_Types].xml', 'word/document.xml'), 'docx'],
  ['名册.xlsx', zip, inside('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
])('%s is told by its content', (name, head, entries, format) => {
  expect(recognise(name, head, () => entries)).toEqual({ format })
})

test.each<[string, Uint8Array, string[] | undefined, string]>([
  ['空.pdf', new Uint8Array(), [], '是空文件'],
  ['通知.pdf', bytes('4d5a900003'), [], '是程序'],
  ['通知.pdf.exe', bytes('4d5a900003'), [], '是程序'],
  ['run', bytes('7f454c4602'), [], '是程序'],
  ['run.sh', text('#!/bin/sh'), [], '是程序'],
  ['快捷方式.lnk', bytes('4c0000000114020000'), [], '快捷方式'],
  ['网页.pdf', text('\n<html><script>'), [], '是网页或脚本'],
  ['图.svg', text('<svg xmlns='), [], '是网页或脚本'],
  ['脚本.bat', text('@echo off'), [], '是网页或脚本'],
  ['旧.doc', bytes('d0cf11e0a1b11ae1'), [], '旧版 Office'],
  ['包.rar', bytes('526172211a07'), [], '是压缩包'],
  ['包.zip', zip, inside('a.txt'), '是压缩包'],
  ['坏.docx', zip, undefined, '损坏'],
  ['宏.docm', zip, inside('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), '带有宏'],
  ['藏.docx', zip, inside('[Content_Types].xml', 'word/document.xml', 'word/a.EXE'), '带有宏或程序'],
  ['动图.gif', text('GIF89a'), [], '图片格式'],
  ['文字.txt', text('普通文字'), [], '认不出'],
  ['任职通知.pdf', bytes('89504e470d0a1a0a'), [], '名称写的是 .pdf，内容其实是 PNG'],
  ['照片.png', bytes('ffd8ffe000104a46'), [], '名称写的是 .png，内容其实是 JPG'],
  ['公文.docx', zip, inside('OFD.xml'), '内容其实是 OFD'],
  ['程序.exe', text('%PDF-1.7'), [], '内容其实是 PDF'],
])('%s is not taken, and why is said', (name, head, entries, why) => {
  expect(recognise(name, head, () => entries)).toMatchObject({ why: expect.stringContaining(why) as string })
})
