/** An article by its number, with its name beside it. */
export function GoodsName({ sku, name }: { sku: string; name: string | undefined }) {
  return (
    <>
      <span className="figures">{sku}</span>
      {name ? <span className="unit">{name}</span> : null}
    </>
  )
}
