import { toPlainName } from './map-columns';

/**
 * Words that name columns, in the languages that most tables come in. A first row with one of them is a header, whatever the others are.
 * Written as `toPlainName` writes them.
 */
const WORDS = `
  id name names label title type kind class category group role gender sex age email mail phone fax address street city town country
  region state zip code party date day month year time start end begin from to since until source target subject object predicate
  relation relationship head tail node node1 node2 edge edges weight count value score confidence description desc text sentence note
  notes comment comments url uri link links website reference references citation evidence document paragraph quote publisher author
  authors entity entity1 entity2 organisation organization company person people firstname lastname surname key doi isbn status
  property properties attribute attributes timeset interval latitude longitude lat lon location place amount currency price number
  nom prenom titre genre pays ville annee debut fin sujet objet lien commentaire auteur editeur poids
  quelle ziel beziehung jahr datum anfang ende ort stadt land vorname nachname titel autor anzahl gewicht bemerkung beschreibung verlag
  subjekt praedikat prädikat objekt von nach
  origen destino relacion relación sujeto objeto fecha ano año nombre apellido titulo título lugar pais país ciudad fuente autor peso nota
  origem relacao relação sujeito objeto data nome sobrenome lugar cidade fonte
  soggetto relazione oggetto fonte cognome titolo luogo citta città paese anno autore
  bron doel relatie onderwerp voorwerp naam achternaam plaats jaar
  källa mål relation namn efternamn plats år
  źródło cel relacja podmiot obiekt imię nazwisko miejsce rok
  субъект отношение объект предикат источник цель связь дата год имя фамилия место город страна название описание ссылка автор тип
  суб’єкт відношення об’єкт джерело ціль звʼязок рік імʼя прізвище місце
  头实体 关系 尾实体 主体 客体 主语 谓语 宾语 来源 目标 源 日期 年份 时间 姓名 名称 地点 国家 描述 链接 作者 类型
  頭實體 關係 尾實體 主體 客體 來源 目標 時間 姓名 名稱 地點 國家
  主語 述語 目的語 関係 出典 日付 年 名前 場所 国 種類
  주체 관계 객체 출처 대상 날짜 이름 장소
  الموضوع العلاقة الكائن المصدر الهدف التاريخ الاسم المكان السنة
  विषय संबंध वस्तु स्रोत लक्ष्य दिनांक नाम स्थान
`;
const words: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/u)
    .map(toPlainName)
    .filter((word) => word !== ''),
);

/** Tells whether one of the cells is a word that names columns, alone or with a number or another such word beside it. */
export function hasHeaderWord(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    const parts = cell
      .trim()
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .split(/[\s_.:/-]+/u)
      .map(toPlainName)
      .filter((part) => part !== '');
    return (
      words.has(toPlainName(cell)) ||
      (parts.length <= 3 &&
        parts.some((part) => words.has(part)) &&
        parts.every((part) => words.has(part) || /^\d+$/u.test(part)))
    );
  });
}
