//! tokio's default runtime: one worker thread for each CPU.

#[tokio::main]
async fn main() {
    rust_tokio::run().await;
}
