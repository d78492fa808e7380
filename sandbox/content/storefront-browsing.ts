import {
  currency,
  position,
  price,
  product,
  productId,
  products,
  quantity,
  sku,
} from '@/sandbox/content/fields'
import { anything, flag, listOf, number, object, oneOf, orNull, text, whole } from '@/sandbox/content/node'
import { event, ownedBy } from '@/sandbox/content/rule-draft'

const listed = { 'list_id!': text('List id'), category: text('Category of the list') }

export const browsing = ownedBy('catalog', [
  event('Product Viewed', 'A product page was opened.', {
    ...product,
    'currency!': currency,
    position,
    url: text('Address of the product page', { format: 'uri' }),
    image_url: text('Address of the first image'),
    in_stock: flag('Whether it could be bought at that moment'),
  }),
  event('Product List Viewed', 'A category or search result was shown.', {
    ...listed,
    'products!': listOf(object({ 'product_id!': productId, sku, position, price }), 'What was in view'),
  }),
  event('Product Clicked', 'A product in a list was clicked.', {
    ...product,
    'list_id!': text('List in which it stood'),
    'position!': position,
  }),
  event('Products Searched', 'A search was made.', {
    'query!': text('What was typed', { minLength: 1, maxLength: 200 }),
    'results_count!': whole('How many products were found', { minimum: 0 }),
    corrected_query: orNull(text('What was searched for instead')),
  }),
  event(
    'Product List Filtered',
    'A list was narrowed down.',
    {
      ...listed,
      'filters!': listOf(
        object({ 'type!': text('Kind of filter'), 'value!': anything('Chosen value') }),
        'Filters set',
      ),
      sorts: listOf(object({ type: text('Field'), value: oneOf('Direction', 'asc', 'desc') }), 'Sorting'),
    },
    { isFromUi: true },
  ),
  event('Product Image Zoomed', 'A product image was enlarged.', { 'product_id!': productId, position }),
  event('Product Shared', 'A product was shared.', {
    'product_id!': productId,
    'share_via!': oneOf('By which way', 'copy_link', 'email', 'whatsapp', 'instagram'),
    share_message: text('Text that was added', { maxLength: 500 }),
  }),
  event('Product Added To Wishlist', 'A product was put on the wishlist.', {
    ...product,
    'wishlist_id!': text('Wishlist id'),
  }),
  event('Product Removed From Wishlist', 'A product was taken off the wishlist.', {
    'product_id!': productId,
    'wishlist_id!': text('Wishlist id'),
  }),
  event('Wishlist Product Added To Cart', 'A product went from the wishlist to the cart.', {
    ...product,
    'wishlist_id!': text('Wishlist id'),
    'cart_id!': text('Cart id'),
    quantity,
  }),
  event('Size Guide Opened', 'The size guide was opened.', {
    'product_id!': productId,
    category: text('Category'),
  }),
  event('Product Compared', 'Products were put side by side.', {
    'product_ids!': listOf(text('Product id'), 'Products compared'),
  }),
  event('Back In Stock Requested', 'A customer wants to hear when it is back.', {
    'product_id!': productId,
    'sku!': sku,
    'channel!': oneOf('How to tell', 'email', 'push'),
  }),
  event('Search Suggestion Clicked', 'A suggestion under the search box was taken.', {
    'suggestion!': text('The suggestion'),
    'position!': position,
    typed: text('What was typed so far'),
  }),
  event('Recommendation Viewed', 'A recommendation slot was shown.', {
    'slot!': oneOf('Which slot', 'home', 'product', 'cart', 'email'),
    'algorithm!': text('Algorithm and its version'),
    'products!': products,
  }),
  event('Store Availability Checked', 'Stock in a shop was looked up.', {
    'sku!': sku,
    'store_id!': text('Shop'),
    available: flag('Whether there is any'),
    distance_km: number('Distance to the shop', { minimum: 0 }),
  }),
])
