/** 严管 and 厚爱 side by side. Nothing is recorded here yet, and the page says so. */
export function CareSides() {
  return (
    <section className="dd-card cdr-sides" aria-label="严管与厚爱">
      <div>
        <h2>严管</h2>
        <p>还没有记录。提醒、诫勉、处分和核查登记以后，按时间列在这里，影响期内会在页首提示。</p>
      </div>
      <div>
        <h2>厚爱</h2>
        <p>还没有记录。表扬奖励、谈心、走访和疗休养登记以后，按时间列在这里。</p>
      </div>
    </section>
  )
}
