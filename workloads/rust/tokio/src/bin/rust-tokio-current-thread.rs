//! tokio's single-threaded runtime: an event loop.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    rust_tokio::run().await;
}
