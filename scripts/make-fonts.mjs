// Makes resources/fonts: each printing font cut to the characters an office uses, and the whole font beside it for rare names.
// Static TrueType on purpose: Chromium embeds CFF and variable fonts as Type 3, which archives and e-seals refuse.
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'resources', 'fonts');
const at = (name) => path.join(folder, name);
const packaged = (name) => path.join(root, 'node_modules', name);

/** Role in the page -> the whole font. `file` is what the page names; the cut one is always .ttf. */
const FONTS = {
  song: { source: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
  title: { source: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf' },
  hei: { source: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf' },
  kai: { source: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2' },
};

/** OFL-1.1 asks that its text goes with the fonts. */
const LICENCES = {
  'OFL-Noto-Serif-SC.txt': '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  'OFL-Noto-Sans-SC.txt': '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
  'OFL-LXGW-WenKai.txt': '@fontsource/lxgw-wenkai/LICENSE',
};

/** Signs and characters of names that GB 2312 lacks and reports still use; rarer ones come from the whole font. */
const BEYOND =
  '〔〕—–―·“”‘’…‰℃㎡㎥㎞№①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳✓☐☑□■€￥' +
  '镕喆堃祎翀昇玥璟珺瑄彧旻暄晞昉翊芃玙瑀琤玮珹珩璠瑢瓅韡赟贇昶淏澔澍湉洺沄浠滢漪潆灏煊煜焜燚燊烨熠犇骉猋弢弘彣彤怡恺惇慜懿戬昫晗晔晳曌曦朊杺柃栩桢梽棪楠楹榕槿橦' +
  '毓泃浉浥淯湜溁溱滏潢澧濛濮瀛炅炘炜炫烜烺焱煐燏牁珅珉珣琎琚琬琰琲瑛瑗璁璇璈璘璩瓘畯皓皞盱睿矅砀祯祺禛禤竑筠粲絜綦缃缙翯聃聿舢芊苒苡茜荃荥荻莙莹菀菡葳蒨蓥蔺薏薷蘅蘧衎裎' +
  '諠諲谌谞赪跶轶迤逯邗邡邳郃郏郓郗郜郧郯鄄鄏鄞鄢鄯酆酃釡鈊鋆錡鍙钘钤钰铉铖铠锳锽镆镔镠闫闵闳阖陔陟隗隽霁霂霈靓韪颀颋颙飏飔馥骁骅骎骐骢髙鲲鸢鹍鹏麐黟齮龢龑䶮㛃';

/** ASCII and the whole of GB 2312 in its own order. */
function characters() {
  const decode = new TextDecoder('gb18030');
  let text = BEYOND;
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) text += decode.decode(Uint8Array.of(high, low));
  }
  for (let code = 0x20; code < 0x7f; code++) text += String.fromCharCode(code);
  return [...new Set(text)]
    .filter((character) => character !== '\ufffd' && !/[\ue000-\uf8ff]/.test(character))
    .join('');
}

/** A file is complete or absent. */
function put(name, write) {
  const temporary = at(`.${name}.${process.pid}`);
  rmSync(temporary, { force: true });
  write(temporary);
  renameSync(temporary, at(name));
}

async function cut(role) {
  const { default: subsetFont } = await import('subset-font');
  const whole = readFileSync(packaged(FONTS[role].source));
  const bytes = await subsetFont(whole, characters(), { targetFormat: 'sfnt', noLayoutClosure: true });
  put(`${role}.ttf`, (file) => writeFileSync(file, bytes));
}

/** The whole font: a second name for the package's file where the disk allows it, else a copy. */
function wholeFont(role) {
  const source = packaged(FONTS[role].source);
  put(`${role}-full${path.extname(source)}`, (file) => {
    try {
      linkSync(source, file);
    } catch {
      copyFileSync(source, file);
    }
  });
}

/** One process a font, two at a time: cutting is computing, and two cores are what a small machine has. */
async function cutAll(roles) {
  const waiting = [...roles];
  const worker = async () => {
    for (let role = waiting.shift(); role; role = waiting.shift()) {
      const child = spawn(process.execPath, [import.meta.filename, role], { stdio: ['ignore', 2, 2] });
      const status = await new Promise((resolve) => child.on('exit', resolve));
      if (status !== 0) throw new Error(`字体 ${role} 没有做成（${status}）`);
    }
  };
  await Promise.all([worker(), worker()]);
}

mkdirSync(folder, { recursive: true });
const [role] = process.argv.slice(2);
if (role) await cut(role);
else {
  for (const name of Object.keys(FONTS)) wholeFont(name);
  for (const [name, source] of Object.entries(LICENCES)) put(name, (file) => copyFileSync(packaged(source), file));
  await cutAll(Object.keys(FONTS));
  const missing = Object.keys(FONTS).filter((name) => !existsSync(at(`${name}.ttf`)));
  if (missing.length > 0) throw new Error(`缺少字体：${missing.join('、')}`);
}
