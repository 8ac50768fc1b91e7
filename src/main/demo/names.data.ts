/** Surnames with their share of a hundred people, about as the census has them. */
export const surnames = `
  王7.3 李7.2 张6.8 刘5.4 陈4.5 杨3.1 黄2.3 赵2.3 周2.1 吴2.0 徐1.7 孙1.5 朱1.3 马1.3 胡1.2 郭1.2 林1.1 何1.1 高1.0 梁0.9
  郑0.9 罗0.9 宋0.8 谢0.8 唐0.8 韩0.7 曹0.6 许0.6 邓0.6 冯0.6 程0.6 彭0.5 曾0.5 蔡0.5 潘0.5 袁0.5 于0.5 董0.5 余0.5 苏0.5
  叶0.5 吕0.5 魏0.4 蒋0.4 田0.4 杜0.4 丁0.4 沈0.4 姜0.4 范0.4 江0.3 傅0.3 钟0.3 卢0.3 汪0.3 戴0.3 崔0.3 任0.3 陆0.3 廖0.3
  姚0.3 方0.3 金0.3 邱0.3 夏0.3 谭0.3 韦0.3 贾0.3 邹0.3 石0.3 熊0.3 孟0.3 秦0.3 阎0.2 薛0.2 侯0.2 雷0.2 白0.2 龙0.2 段0.2
  郝0.2 孔0.2 邵0.2 史0.2 毛0.2 常0.2 万0.2 顾0.2 赖0.2 武0.2 康0.2 贺0.2 严0.2 尹0.2 钱0.2 施0.2 牛0.2 洪0.2 龚0.2 汤0.1
  陶0.1 黎0.1 温0.1 莫0.1 易0.1 樊0.1 乔0.1 文0.1 安0.1 殷0.1 颜0.1 庄0.1 章0.1 鲁0.1 倪0.1 庞0.1 邢0.1 俞0.1 翟0.1 蓝0.1
  聂0.1 齐0.1 向0.1 申0.1 葛0.1 柴0.1 伍0.1 覃0.1 骆0.1 关0.1 焦0.1 柳0.1 欧0.1 祝0.1 纪0.1 尚0.1 毕0.1 耿0.1 芦0.1 左0.1
  季0.1 管0.1 符0.1 辛0.1 苗0.1 詹0.1 曲0.1 靳0.1 祁0.1 路0.1 涂0.1 兰0.1 甘0.1 裴0.1 梅0.1 童0.1 翁0.1 霍0.1 游0.1 阮0.1
  尤0.05 岳0.05 柯0.05 牟0.05 滕0.05 谷0.05 舒0.05 卜0.05 成0.05 饶0.05 宁0.05 凌0.05 盛0.05 查0.03 单0.03 冼0.03 仇0.03
  解0.03 区0.02 朴0.02 盖0.02 乐0.02 逄0.02 亓0.02 佘0.02 禚0.01 麴0.01
  欧阳0.1 上官0.03 司马0.03 诸葛0.03 皇甫0.02 尉迟0.01 夏侯0.02 慕容0.02 东方0.01 令狐0.02 司徒0.02 公孙0.01 端木0.01 钟离0.01`

interface Given {
  /** Names of one character, then the first and the second characters that names of two are made of. */
  readonly alone: string
  readonly first: string
  readonly second: string
}
interface Generation {
  /** Born up to this year. */
  readonly until: number
  /** Of a hundred people, those with a name of one character. */
  readonly aloneShare: number
  readonly 男: Given
  readonly 女: Given
}

/** Given names go with the time of birth. Characters that would make the names of people everybody knows are left out. */
export const generations: readonly Generation[] = [
  {
    until: 1957,
    aloneShare: 6,
    男: {
      alone: '林山海田根才和顺',
      first: '建德福玉金文明志光万家振学兴树春庆士传兆广凤茂维炳开云绍',
      second: '林山田才生海财清顺全堂臣发根友泉昌俊荣成禄善岭厚安',
    },
    女: {
      alone: '芳英兰梅珍霞',
      first: '秀桂玉淑凤素翠月金春爱美巧兰菊惠瑞银荣莲',
      second: '英兰珍芳梅云芝华荣琴香花莲娥霞凤枝娟萍',
    },
  },
  {
    until: 1974,
    aloneShare: 22,
    男: {
      alone: '军勇刚辉斌波峰林东亮松涌',
      first: '建国志文卫海晓新玉春立少永世宏庆俊学传光振广德树维宗启相',
      second: '华军林明峰斌波民东生胜栋刚龙辉新革功利田滨雷勤堂跃',
    },
    女: {
      alone: '芳霞萍玲燕梅敏静丽艳娟英',
      first: '丽秀晓桂玉红淑春海建艳雪爱小美凤慧亚继雅',
      second: '华芳霞玲红梅云敏丽艳娟英香杰琴珍兰',
    },
  },
  {
    until: 1986,
    aloneShare: 32,
    男: {
      alone: '勇军斌凯辉波帆浩鑫琨旭钊',
      first: '晓志建文海永俊国振立成宏庆世传绍玉明清光景宝少兴延兆',
      second: '峰磊涛辉东斌锋波林龙飞军亮伟健宁光松雷明超杰刚栋',
    },
    女: {
      alone: '静敏燕丽艳婷倩蕾琳娟莉慧颖雪',
      first: '晓丽海雪亚文玉春红艳小秀建慧淑美婷雅',
      second: '燕静丽敏娟霞玲娜红萍艳华芳莉云梅琴洁',
    },
  },
  {
    until: 2001,
    aloneShare: 26,
    男: {
      alone: '凯鑫浩帅旭晨阳硕博宇航琦岳恺',
      first: '浩文子嘉俊志明天晓宇泽振家建海永成学世一昊博鸿',
      second: '宇轩豪杰涛鑫鹏辉龙帆晨阳林航博源凯霖昊哲远',
    },
    女: {
      alone: '悦雪婷倩琳莹蕊瑶琪颖璐彤洁',
      first: '雨思佳梦晓子文嘉欣雅静美诗婉若艺昕雪',
      second: '婷萱琪瑶雪怡涵洁颖莹彤妍璇宁慧琳',
    },
  },
  {
    until: 9999,
    aloneShare: 8,
    男: { alone: '宸睿奕澄朗', first: '子浩宇梓沐俊一皓奕铭书景亦知', second: '轩宸泽涵睿辰豪然宇霖阳航安熙' },
    女: { alone: '玥瑾悦沐桐', first: '子梓欣雨诗语若可思一沐芮知锦', second: '涵萱怡彤琪妍玥瑶宁桐菲允汐晴' },
  },
]

/** Peoples other than the Han with their share of a thousand; who has no names of its own takes those of the Han. */
export const nations = `
  汉族958 回族9 满族8 蒙古族5 壮族4 土家族3 苗族3 维吾尔族2.5 彝族2 藏族1.5 朝鲜族1.2 侗族0.8 瑶族0.6 哈萨克族0.4 白族0.5
  布依族0.3 黎族0.2`

/** Names with a middle dot: one's own and the father's, or of the clan and one's own. */
export const dotted: Readonly<Record<string, { readonly 男: string; readonly 女: string; readonly after: string }>> = {
  维吾尔族: {
    男: '艾尼瓦尔 买买提江 吐尔逊 阿卜杜拉 艾力 库尔班 阿迪力 玉素甫 热合曼 亚森',
    女: '阿依努尔 古丽娜尔 帕提古丽 热依汗 祖丽胡玛尔 阿依古丽 米日古丽 迪丽努尔',
    after: '买买提 吐尔地 艾山 卡德尔 斯迪克 阿不都拉 依明 肉孜 托合提 尼亚孜',
  },
  哈萨克族: {
    男: '叶尔肯 巴合提 努尔兰 哈那提 赛力克',
    女: '阿依丁 古丽扎提 巴哈尔 加娜尔',
    after: '胡安别克 托列汗 努尔别克 阿合买提 哈孜别克',
  },
  彝族: { 男: '阿鲁 吉克 沙马 阿尔 马海', 女: '阿鲁 吉克 沙马 阿尔 马海', after: '木果 拉铁 尔古 阿呷 伍各 史古' },
}
/** Names without a surname. */
export const plainNames: Readonly<Record<string, Readonly<Record<'男' | '女', string>>>> = {
  藏族: { 男: '扎西次仁 多吉平措 旦增罗布 索朗顿珠 洛桑坚参', 女: '德吉央宗 卓玛拉姆 次仁曲珍 白玛措姆 央金卓嘎' },
  蒙古族: { 男: '巴图孟和 苏和巴图 朝鲁门 乌力吉图 格日乐图', 女: '阿拉坦花 其其格 乌云嘎 娜仁托娅 苏日娜' },
}

/** Characters that old encodings do not have, of the planes beyond the first too. */
export const rareCharacters = ['㛃', '䶮', '𠮷', '𬱖', '堃', '赟', '喆', '翀', '𫖯', '𬀩', '旻', '昇']
